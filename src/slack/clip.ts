const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What must not be cut in two, in order: Slack's tokens, entities, and what readers see as one character. */
function* unbreakable(mrkdwn: string): Iterable<string> {
  for (const [piece] of mrkdwn.matchAll(/<[^<>]*>|&(?:amp|lt|gt);|[^<&]+|[<&]/g)) {
    if (piece.startsWith('<') || piece.startsWith('&')) yield piece
    else for (const { segment } of graphemes.segment(piece)) yield segment
  }
}

/** What closes the formatting and the text direction that this beginning of a text leaves open. */
function closing(mrkdwn: string): string {
  const lastLine = mrkdwn.slice(mrkdwn.lastIndexOf('\n') + 1)
  const marked = lastLine.replace(/<[^<>]*>|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])/g, '')
  const open: string[] = []
  for (const [found, mark = found] of marked.matchAll(/[A-Za-z0-9]?([*_~`])|[\u2068\u2069]/g)) {
    const closer = mark === '\u2068' ? '\u2069' : mark
    if (open.at(-1) === mark) open.pop()
    else if (found === mark) open.push(closer)
  }
  return open.reverse().join('')
}

/** Cuts mrkdwn to at most `max` characters, ends it with `…`, and never breaks a token, an entity or a letter. */
export function clipMrkdwn(mrkdwn: string, max: number): string {
  if (mrkdwn.length <= max) return mrkdwn
  let clipped = '…'
  let kept = ''
  for (const piece of unbreakable(mrkdwn)) {
    kept += piece
    const candidate = `${kept.trimEnd()}…${closing(kept)}`
    if (kept.length > max || candidate.length > max) break
    clipped = candidate
  }
  return clipped
}

/** The same for texts that Slack does not parse. */
export function clipPlain(text: string, max: number): string {
  if (text.length <= max) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length >= max) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
