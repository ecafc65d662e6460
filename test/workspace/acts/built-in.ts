import type { Engine } from '../engine.ts'
import type { Act, ActResult, ClientCommand } from '../protocol.ts'
import { encode } from '../text/tokens.ts'
import { findChannel } from '../world/channels.ts'
import { whisper } from '../world/messages.ts'
import { SLACKBOT } from '../world/people.ts'
import type { Member } from '../world/shapes.ts'

type Meant = (engine: Engine, channel: string, rest: string) => Act
type Perform = (engine: Engine, person: Member, act: Act) => Promise<ActResult>

function handled({ world }: Engine, handle: string): string {
  return [...world.people.values()].find((one) => `@${one.handle}` === handle)?.id ?? handle
}

const known: Record<string, { description: string; usageHint: string; act: Meant }> = {
  '/archive': {
    description: 'Archive this channel',
    usageHint: '',
    act: (_, channel) => ({ type: 'archive', channel }),
  },
  '/invite': {
    description: 'Bring somebody, or the app, into this channel',
    usageHint: '@somebody',
    act: (engine, channel, rest) => ({ type: 'invite', channel, user: handled(engine, rest) }),
  },
  '/join': {
    description: 'Join a channel',
    usageHint: '#channel',
    act: ({ world }, _, rest) => ({ type: 'join', channel: findChannel(world, rest)?.id ?? rest }),
  },
  '/leave': {
    description: 'Leave this channel',
    usageHint: '',
    act: (_, channel) => ({ type: 'leave', channel }),
  },
  '/remove': {
    description: 'Take somebody, or the app, out of this channel',
    usageHint: '@somebody',
    act: (engine, channel, rest) => ({ type: 'remove', channel, user: handled(engine, rest) }),
  },
  '/rename': {
    description: 'Rename this channel',
    usageHint: 'new-name',
    act: (_, channel, name) => ({ type: 'rename', channel, name }),
  },
  '/topic': {
    description: 'Set the topic of this channel',
    usageHint: 'words',
    act: (_, channel, topic) => ({ type: 'topic', channel, topic }),
  },
}

/** Slack's own commands; apps hear only of what they bring about. */
export const builtIn: ClientCommand[] = Object.entries(known).map(
  ([command, { description, usageHint }]) => ({ command, description, usageHint }),
)

/** Does what somebody means who types one of Slack's own commands; Slackbot says privately when it cannot be done. */
export async function runBuiltIn(
  engine: Engine,
  person: Member,
  { channel, text }: Extract<Act, { type: 'command' }>,
  perform: Perform,
): Promise<ActResult | undefined> {
  const [, name = '', rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(text.trim()) ?? []
  const meant = known[name]?.act(engine, channel, rest)
  if (!meant) return undefined
  const result = await perform(engine, person, meant)
  const place = engine.world.channels.get(channel)
  if (!result.ok && place)
    whisper(engine.world, place, person.id, { user: SLACKBOT, text: encode(`${name}: ${result.error}`) })
  return result
}
