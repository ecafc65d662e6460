import type { Engine } from '../engine.ts'
import type { Act, ActResult } from '../protocol.ts'
import { composedMessage } from '../text/compose.ts'
import { change, findMessage, messageAt, post, remove, whisper } from '../world/messages.ts'
import { SLACKBOT } from '../world/people.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel, Member, Message } from '../world/shapes.ts'
import { placeOf } from './payload.ts'

export function say(engine: Engine, person: Member, act: Extract<Act, { type: 'say' }>): ActResult {
  const { world } = engine
  const channel = placeOf(engine, person, act.channel)
  if (act.text.trim() === '') throw new Refusal('no_text')
  const [command] = /^\/\w+/.exec(act.text) ?? []
  if (act.threadTs && command) return noCommandsHere(engine, person, channel, command, act.threadTs)
  if (act.threadTs && !findMessage(channel, act.threadTs)) throw new Refusal('message_not_found')
  const { ts } = post(world, channel, {
    user: person.id,
    ...composedMessage(world, act.text),
    threadTs: act.threadTs,
  })
  return { ok: true, ts }
}

/** ★ A thread takes no slash commands; Slackbot says so there. */
function noCommandsHere(
  { world }: Engine,
  person: Member,
  channel: Channel,
  command: string,
  threadTs: string,
) {
  const text = `${command} is not supported in threads. Sorry!`
  whisper(world, channel, person.id, { user: SLACKBOT, text, threadTs })
  return { ok: false, error: 'not_supported_in_threads' }
}

export function edit(engine: Engine, person: Member, act: Extract<Act, { type: 'edit' }>): ActResult {
  const { world } = engine
  const channel = placeOf(engine, person, act.channel)
  const message = own(messageAt(channel, act.ts), person, 'cant_update_message')
  const edited = { user: person.id, ts: world.nextTs() }
  change(world, channel, message, { ...composedMessage(world, act.text), edited })
  return { ok: true }
}

/** Takes a message away: one's own, or as an admin anybody's. */
export function deleteMessage(
  engine: Engine,
  person: Member,
  act: Extract<Act, { type: 'delete' }>,
): ActResult {
  const channel = placeOf(engine, person, act.channel)
  const ephemeral = channel.ephemerals.find((one) => one.ts === act.ts && one.to === person.id)
  if (ephemeral) {
    channel.ephemerals = channel.ephemerals.filter((one) => one !== ephemeral)
    engine.world.changed()
    return { ok: true }
  }
  const message = messageAt(channel, act.ts)
  remove(engine.world, channel, person.admin ? message : own(message, person, 'cant_delete_message'))
  return { ok: true }
}

function own(message: Message, person: Member, refusal: string): Message {
  if (message.user !== person.id || message.subtype) throw new Refusal(refusal)
  return message
}
