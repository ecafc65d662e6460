import type { Inline } from './inline.ts'
import { unescapeSlack } from './inline.ts'
import { readToken } from './tokens.ts'

export type Paragraph =
  | { type: 'text'; children: Inline[] }
  | { type: 'quote'; children: Inline[] }
  | { type: 'pre'; children: Inline[] }

type Match = { node: Inline; length: number } | null
type Matcher = (text: string, at: number) => Match

/**
 * Parses Slack's mrkdwn. Unless it is verbatim, Slack also finds bare links, `@here` and its kin,
 * and channel names in it.
 */
export function parseMrkdwn(text: string, verbatim = false): Paragraph[] {
  return text.split(/```([\s\S]+?)```/).flatMap((part, index) => {
    const preformatted = index % 2 === 1
    return preformatted
      ? [{ type: 'pre' as const, children: scan(trimNewlines(part), [token]) }]
      : paragraphs(part, verbatim)
  })
}

/** Parses one run of mrkdwn without quotes or preformatted parts. */
export function parseInline(text: string, verbatim = false): Inline[] {
  return scan(text, verbatim ? explicit : [...explicit, bareLink, broadcast, channelName])
}

function paragraphs(text: string, verbatim: boolean): Paragraph[] {
  const found: { type: 'text' | 'quote'; lines: string[] }[] = []
  for (const line of trimNewlines(text).split('\n')) {
    const quoted = /^(?:>|&gt;) ?(.*)$/.exec(line)
    const type = quoted ? 'quote' : 'text'
    const last = found.at(-1)
    if (last?.type === type) last.lines.push(quoted?.[1] ?? line)
    else found.push({ type, lines: [quoted?.[1] ?? line] })
  }
  return found
    .map(({ type, lines }) => ({ type, children: parseInline(lines.join('\n'), verbatim) }))
    .filter(({ children }) => children.length > 0)
}

function trimNewlines(text: string): string {
  return text.replace(/^\n|\n$/g, '')
}

function scan(text: string, matchers: Matcher[]): Inline[] {
  const nodes: Inline[] = []
  let plain = ''
  const flush = () => {
    if (plain) nodes.push({ type: 'plain', text: unescapeSlack(plain) })
    plain = ''
  }
  for (let at = 0; at < text.length; ) {
    const match = firstMatch(text, at, matchers)
    if (!match) plain += text[at++]
    else {
      flush()
      nodes.push(match.node)
      at += match.length
    }
  }
  flush()
  return nodes
}

function firstMatch(text: string, at: number, matchers: Matcher[]): Match {
  for (const matcher of matchers) {
    const match = matcher(text, at)
    if (match) return match
  }
  return null
}

/** A matcher of one pattern; `apart` ones may not begin inside a word. */
function pattern(source: RegExp, node: (inner: string) => Inline, apart = false): Matcher {
  const sticky = new RegExp(source, 'yu')
  return (text, at) => {
    if (apart && /[\p{L}\p{N}_]/u.test(text[at - 1] ?? '')) return null
    sticky.lastIndex = at
    const found = sticky.exec(text)
    return found ? { node: node(found[1] ?? ''), length: found[0].length } : null
  }
}

const styled = (mark: string, type: 'bold' | 'italic' | 'strike') =>
  pattern(
    new RegExp(`${mark}(?!\\s)([^${mark}\\n]*[^\\s${mark}])${mark}(?![\\p{L}\\p{N}_])`),
    (inner) => ({ type, children: parseInline(inner, true) }),
    true,
  )

const token = pattern(/<([^<>\n]+)>/, readToken)

const explicit: Matcher[] = [
  token,
  pattern(/`([^`\n]+)`/, (inner) => ({ type: 'code', text: unescapeSlack(inner) })),
  styled('\\*', 'bold'),
  styled('_', 'italic'),
  styled('~', 'strike'),
  pattern(/:([a-z0-9_+'-]*[a-z+'-][a-z0-9_+'-]*|100):/, (name) => ({ type: 'emoji', name }), true),
  pattern(/(\n)/, () => ({ type: 'break' })),
]

const bareLink = pattern(/(https?:\/\/(?:(?!&[lg]t;)[^\s<>|*~`])*[^\s<>|*~`.,;:!?)'"])/, (url) => ({
  type: 'link',
  url: unescapeSlack(url),
  label: unescapeSlack(url),
}))
const broadcast = pattern(/@(here|channel|everyone)\b/, (range) => ({ type: 'broadcast', range }), true)
const channelName = pattern(/#([a-z0-9][a-z0-9_-]*)/, (name) => ({ type: 'channelName', name }), true)
