import type { KnownBlock } from '@slack/types'
import { texts } from '../blocks/texts.ts'
import type { Channel } from '../world/shapes.ts'
import type { World } from '../world/world.ts'
import { richLines } from './rich.ts'
import { tokens } from './tokens.ts'

export interface Written {
  user: string
  text: string
  blocks: KnownBlock[]
  /** `link_names` or `parse: full`: bare names in the top-level text are mentions too. */
  linkNames?: boolean
}

const BARE_BROADCAST = /(?<![\w@])@(here|channel|everyone)\b/g

/** Whom a new message notifies: members of the place who are mentioned, or the other side of a DM. */
export function pingsOf(world: World, channel: Channel, written: Written): string[] {
  const mentioned = new Set([
    ...mentionsIn(world, channel, written.text, written.linkNames ?? false),
    ...texts(written.blocks).flatMap((text) =>
      text.type === 'mrkdwn' ? mentionsIn(world, channel, text.text, text.verbatim !== true) : [],
    ),
    ...written.blocks.flatMap((block) =>
      block.type === 'markdown' ? mentionsIn(world, channel, block.text, true) : [],
    ),
    ...richMentions(world, channel, written.blocks),
    ...(channel.kind === 'dm' ? channel.members : []),
  ])
  return [...mentioned].filter(
    (id) => id !== written.user && channel.members.has(id) && !world.people.get(id)?.isBot,
  )
}

function mentionsIn(world: World, channel: Channel, text: string, bareNamesCount: boolean): string[] {
  const tokenised = tokens(text).flatMap((token) => {
    if (token.type === 'user') return [token.id]
    if (token.type === 'group') return world.groups.get(token.id)?.members ?? []
    return token.type === 'broadcast' ? broadcast(channel, token.range) : []
  })
  const bare = bareNamesCount
    ? [...text.matchAll(BARE_BROADCAST)].flatMap(([, range]) => broadcast(channel, range))
    : []
  return [...tokenised, ...bare]
}

function richMentions(world: World, channel: Channel, blocks: KnownBlock[]): string[] {
  const leaves = blocks.flatMap((block) => (block.type === 'rich_text' ? richLines(block).flat() : []))
  return leaves.flatMap((leaf) => {
    if (leaf.type === 'user') return [leaf.user_id]
    if (leaf.type === 'usergroup') return world.groups.get(leaf.usergroup_id)?.members ?? []
    return leaf.type === 'broadcast' ? broadcast(channel, leaf.range) : []
  })
}

function broadcast(channel: Channel, range = ''): string[] {
  return ['here', 'channel', 'everyone'].includes(range.split('|')[0] ?? '') ? [...channel.members] : []
}
