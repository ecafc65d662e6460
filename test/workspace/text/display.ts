import type { Member } from '../world/shapes.ts'
import type { World } from '../world/world.ts'
import { formatDate } from './dates.ts'
import { decode, type Token, tokens } from './tokens.ts'

/** For whom something is displayed: dates in their zone, names of the channels they can see. */
export interface Reader {
  world: World
  person: Member
}

/** mrkdwn as the reader sees it: mentions as names, dates in their zone, no formatting marks. */
export function displayed(reader: Reader, mrkdwn: string): string {
  return unformatted(
    tokens(mrkdwn)
      .map((token) => shown(reader, token))
      .join(''),
  )
}

function shown({ world, person }: Reader, token: Token): string {
  switch (token.type) {
    case 'text':
      return decode(token.text)
    case 'user':
      return `@${world.people.get(token.id)?.handle ?? 'unknown'}`
    case 'group':
      return `@${world.groups.get(token.id)?.handle ?? 'unknown-group'}`
    case 'channel':
      return `#${world.channels.get(token.id)?.name ?? (token.label || 'unknown-channel')}`
    case 'broadcast':
      return `@${token.range}`
    case 'date':
      return Number.isFinite(token.unix)
        ? formatDate(token.format, token.unix, person.zone, world.now())
        : decode(token.fallback)
    case 'link':
      return decode(token.label || token.url)
  }
}

/** Slack formats between marks that touch words from outside only: `a*b*c` stays, `*b*` does not. */
export function unformatted(text: string): string {
  const parts = text.split(/(```[\s\S]+?```|`[^`\n]+`)/)
  return parts
    .map((part, index) => (index % 2 ? part.replaceAll(/^`+|`+$/g, '') : withoutMarks(part)))
    .join('')
}

const BOLD = /(?<![\p{L}\p{N}*])\*([^*\s](?:[^*\n]*[^*\s])?)\*(?![\p{L}\p{N}*])/gu
const ITALIC = /(?<![\p{L}\p{N}_])_([^_\s](?:[^_\n]*[^_\s])?)_(?![\p{L}\p{N}_])/gu
const STRIKE = /(?<![\p{L}\p{N}~])~([^~\s](?:[^~\n]*[^~\s])?)~(?![\p{L}\p{N}~])/gu

function withoutMarks(text: string): string {
  return [BOLD, ITALIC, STRIKE].reduce((rest, pair) => rest.replaceAll(pair, '$1'), text)
}
