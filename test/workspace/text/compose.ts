import type { RichTextBlock, RichTextElement } from '@slack/types'
import { findChannel } from '../world/channels.ts'
import { groupByHandle } from '../world/people.ts'
import type { World } from '../world/world.ts'
import { withNames } from './emoji.ts'
import { encode } from './tokens.ts'

interface Piece {
  wire: string
  leaf: RichTextElement
}

const EMOJI = ":(?:[a-z0-9_+'-]*[a-z+'-][a-z0-9_+'-]*|100)(?:::skin-tone-[2-6])?:"
const SPOTS = new RegExp(
  String.raw`(@[\p{L}\p{N}][\p{L}\p{N}._-]*|#[\p{Ll}\p{N}_-]+|https?:\/\/[^\s<>]+|${EMOJI})`,
  'gu',
)

/** What a person typed, as Slack puts it on the wire: names become ids, URLs links, `& < >` entities. */
export function composed(world: World, typed: string): string {
  return pieces(world, typed)
    .map((piece) => piece.wire)
    .join('')
}

/** The same for a message: its emoji by name, and the rich text block that Slack's composer sends along. */
export function composedMessage(world: World, typed: string): { text: string; blocks: RichTextBlock[] } {
  const all = pieces(world, withNames(typed))
  const elements = all.map((piece) => piece.leaf)
  const section = { type: 'rich_text_section' as const, elements }
  return {
    text: all.map((piece) => piece.wire).join(''),
    blocks: [{ type: 'rich_text', block_id: 'composed', elements: [section] }],
  }
}

function pieces(world: World, typed: string): Piece[] {
  return typed
    .split(SPOTS)
    .filter((part) => part !== '')
    .flatMap((part) => {
      if (part.startsWith(':') && part.endsWith(':') && part.length > 2) return [emoji(part)]
      return /^[@#]|^https?:/.test(part) ? spot(world, part) : [text(part)]
    })
}

/** The longest known name or address that ends where a word may end; what is left over stays text. */
function spot(world: World, part: string): Piece[] {
  for (let end = part.length; end > 1; end--) {
    if (/[\p{L}\p{N}]/u.test(part.charAt(end))) continue
    const found = known(world, part.slice(0, end))
    if (found) return end < part.length ? [found, text(part.slice(end))] : [found]
  }
  return [text(part)]
}

function known(world: World, word: string): Piece | undefined {
  if (/^https?:/.test(word)) return link(word)
  const name = word.slice(1)
  if (word.startsWith('#')) {
    const channel = findChannel(world, name)
    if (channel)
      return { wire: `<#${channel.id}|${name}>`, leaf: { type: 'channel', channel_id: channel.id } }
    return undefined
  }
  if (name === 'here' || name === 'channel' || name === 'everyone') {
    return { wire: `<!${name}>`, leaf: { type: 'broadcast', range: name } }
  }
  const person = [...world.people.values()].find((member) => member.handle === name)
  if (person) return { wire: `<@${person.id}>`, leaf: { type: 'user', user_id: person.id } }
  const group = groupByHandle(world, name)
  if (group) {
    return { wire: `<!subteam^${group.id}>`, leaf: { type: 'usergroup', usergroup_id: group.id } }
  }
  return undefined
}

function link(url: string): Piece | undefined {
  if (/[.,;:!?)]$/.test(url)) return undefined
  return { wire: `<${encode(url)}>`, leaf: { type: 'link', url } }
}

function emoji(typed: string): Piece {
  const [name = '', tone] = typed.slice(1, -1).split('::skin-tone-')
  return { wire: typed, leaf: { type: 'emoji', name, ...(tone && { skin_tone: Number(tone) }) } }
}

function text(typed: string): Piece {
  return { wire: encode(typed), leaf: { type: 'text', text: typed } }
}
