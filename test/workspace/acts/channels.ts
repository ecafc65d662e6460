import type { Engine } from '../engine.ts'
import type { Act, ActResult } from '../protocol.ts'
import { canSee, createChannel } from '../world/channels.ts'
import { pin, react, unpin, unreact } from '../world/marks.ts'
import { enter, exit } from '../world/membership.ts'
import { messageAt } from '../world/messages.ts'
import { isOutsider } from '../world/people.ts'
import { Refusal } from '../world/refusal.ts'
import { archive, rename, setNote, unarchive } from '../world/renaming.ts'
import type { Channel, Member } from '../world/shapes.ts'
import { placeOf } from './payload.ts'

type ActOf<T extends Act['type']> = Extract<Act, { type: T }>
type Pinning = { channel: string; ts: string }

export function join({ world }: Engine, person: Member, act: Act & { channel: string }): ActResult {
  const channel = world.channels.get(act.channel)
  if (!channel || !canSee(channel, person)) throw new Refusal('channel_not_found')
  enter(world, channel, person)
  return { ok: true }
}

export function leave(engine: Engine, person: Member, act: Act & { channel: string }): ActResult {
  exit(engine.world, placeOf(engine, person, act.channel), person)
  return { ok: true }
}

export function invite(
  engine: Engine,
  person: Member,
  act: Act & { channel: string; user: string },
): ActResult {
  const channel = placeOf(engine, person, act.channel)
  enter(engine.world, channel, other(engine, act.user), person)
  return { ok: true }
}

export function removeFromChannel(
  engine: Engine,
  person: Member,
  act: Act & { channel: string; user: string },
): ActResult {
  const channel = changeable(engine, person, act.channel)
  exit(engine.world, channel, other(engine, act.user), person)
  return { ok: true }
}

function other({ world }: Engine, id: string): Member {
  const member = world.people.get(id)
  if (!member || member.deleted) throw new Refusal('user_not_found')
  return member
}

/** A channel that this person may do something to, not only say something in. */
function changeable(engine: Engine, person: Member, id: string): Channel {
  const channel = placeOf(engine, person, id)
  if (isOutsider(person)) throw new Refusal('restricted_action')
  return channel
}

export function archiveChannel(engine: Engine, person: Member, act: Act & { channel: string }): ActResult {
  const channel = changeable(engine, person, act.channel)
  archive(engine.world, channel, person)
  return { ok: true }
}

export function unarchiveChannel(
  { world }: Engine,
  person: Member,
  act: Act & { channel: string },
): ActResult {
  const channel = world.channels.get(act.channel)
  if (!channel || !canSee(channel, person)) throw new Refusal('channel_not_found')
  if (isOutsider(person)) throw new Refusal('restricted_action')
  unarchive(world, channel, person)
  return { ok: true }
}

export function renameChannel(engine: Engine, person: Member, act: ActOf<'rename'>): ActResult {
  const channel = changeable(engine, person, act.channel)
  rename(engine.world, channel, act.name, person)
  return { ok: true }
}

export function reactTo(engine: Engine, person: Member, act: ActOf<'react'>): ActResult {
  const channel = placeOf(engine, person, act.channel)
  const change = act.remove ? unreact : react
  change(engine.world, channel, messageAt(channel, act.ts), act.name, person)
  return { ok: true }
}

export function create({ world }: Engine, person: Member, act: ActOf<'create'>): ActResult {
  if (isOutsider(person)) throw new Refusal('restricted_action')
  return { ok: true, channel: createChannel(world, act.name, act.private ?? false, person).id }
}

export function setTopic(engine: Engine, person: Member, act: ActOf<'topic'>): ActResult {
  const channel = changeable(engine, person, act.channel)
  setNote(engine.world, channel, 'topic', act.topic, person)
  return { ok: true }
}

export function unpinMessage(engine: Engine, person: Member, act: Pinning): ActResult {
  unpin(engine.world, placeOf(engine, person, act.channel), act.ts, person)
  return { ok: true }
}

export function pinMessage(engine: Engine, person: Member, act: Pinning): ActResult {
  pin(engine.world, placeOf(engine, person, act.channel), act.ts, person)
  return { ok: true }
}

export function read({ world }: Engine, person: Member, act: ActOf<'read'>): ActResult {
  const channel = world.channels.get(act.channel)
  const last = channel?.messages.at(-1)
  if (channel && last && channel.read.get(person.id) !== last.ts) {
    channel.read.set(person.id, last.ts)
    world.changed()
  }
  return { ok: true }
}
