/**
 * How Slack reads mrkdwn, as far as its documentation tells: tokens in angle brackets, three entities, marks that
 * format when they stand at the edge of words, and bare names that it links in texts that are not verbatim.
 */
export interface Read {
  readonly tokens: readonly string[]
  readonly formatted: readonly string[]
  readonly pings: readonly string[]
  readonly quotes: boolean
}

const marks = ['*', '＊', '_', '＿', '~', '`', '｀'].map((mark) => {
  const own = mark.replace(/[*]/, '\\$&')
  return new RegExp(`(?<![A-Za-z0-9])${own}+[^\\s${own}][^\\n]*?${own}+(?![A-Za-z0-9])`, 'g')
})

export function readAsSlack(mrkdwn: string): Read {
  const outside = mrkdwn.replace(/<[^>]*>/g, ' ')
  return {
    tokens: mrkdwn.match(/<[^>]*>/g) ?? [],
    formatted: marks.flatMap((mark) => outside.match(mark) ?? []),
    pings: outside.match(/@(?:here|channel|everyone)|(?<!\w)#\p{L}+/giu) ?? [],
    quotes: /^\s*(?:&gt;|＞)/m.test(outside),
  }
}

/** What a person sees when Slack draws it: entities are characters, what is invisible is not there. */
export function seen(mrkdwn: string): string {
  return mrkdwn
    .replace(/[\u00AD\u2060\u2068\u2069]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
