import type { Engine } from '../engine.ts'
import type { Act, ActResult } from '../protocol.ts'
import { canSee } from '../world/channels.ts'
import { pin, react, unreact } from '../world/marks.ts'
import { enter, exit } from '../world/membership.ts'
import { messageAt } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import { archive, rename } from '../world/renaming.ts'
import type { Member } from '../world/shapes.ts'
import { placeOf } from './payload.ts'

type ActOf<T extends Act['type']> = Extract<Act, { type: T }>

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
  const channel = placeOf(engine, person, act.channel)
  if (person.guest) throw new Refusal('restricted_action')
  exit(engine.world, channel, other(engine, act.user))
  return { ok: true }
}

function other({ world }: Engine, id: string): Member {
  const member = world.people.get(id)
  if (!member || member.deleted) throw new Refusal('user_not_found')
  return member
}

export function archiveChannel(engine: Engine, person: Member, act: Act & { channel: string }): ActResult {
  const channel = placeOf(engine, person, act.channel)
  if (person.guest) throw new Refusal('restricted_action')
  archive(engine.world, channel, person)
  return { ok: true }
}

export function renameChannel(engine: Engine, person: Member, act: ActOf<'rename'>): ActResult {
  const channel = placeOf(engine, person, act.channel)
  if (person.guest) throw new Refusal('restricted_action')
  rename(engine.world, channel, act.name, person)
  return { ok: true }
}

export function reactTo(engine: Engine, person: Member, act: ActOf<'react'>): ActResult {
  const channel = placeOf(engine, person, act.channel)
  const change = act.remove ? unreact : react
  change(engine.world, channel, messageAt(channel, act.ts), act.name, person)
  return { ok: true }
}

export function pinMessage(engine: Engine, person: Member, act: ActOf<'pin'>): ActResult {
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
