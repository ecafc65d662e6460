import { type Control, controls } from '../blocks/controls.ts'
import type { Engine } from '../engine.ts'
import { allBlocks } from '../world/attachments.ts'
import { canSee } from '../world/channels.ts'
import { findMessage } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel, Member, Message, OpenView } from '../world/shapes.ts'
import { findView, stackOf } from '../world/views.ts'

export type Where = { channel: string; ts: string } | { view: string }

/** What a person acts on: a message they see or a view of theirs. */
export type Surface =
  | { kind: 'message'; channel: Channel; message: Message; ephemeral: boolean }
  | { kind: 'view'; open: OpenView }

export function surfaceAt({ world }: Engine, person: Member, where: Where): Surface {
  if ('view' in where) {
    const open = findView(world, { id: where.view })
    const inFront = open.view.type === 'home' || stackOf(world, person.id).at(-1) === open
    if (open.user !== person.id || !inFront) throw new Refusal('not_displayed')
    return { kind: 'view', open }
  }
  const channel = world.channels.get(where.channel)
  if (!channel || !canSee(channel, person)) throw new Refusal('channel_not_found')
  const ephemeral = channel.ephemerals.find((one) => one.ts === where.ts && one.to === person.id)
  const message = ephemeral ?? findMessage(channel, where.ts)
  if (!message) throw new Refusal('message_not_found')
  return { kind: 'message', channel, message, ephemeral: ephemeral !== undefined }
}

export function blocksOf(surface: Surface) {
  return surface.kind === 'view' ? surface.open.view.blocks : allBlocks(surface.message)
}

/** The control that is pressed; one that is not displayed cannot be. */
export function controlAt(surface: Surface, blockId: string, actionId: string): Control {
  const found = controls(blocksOf(surface)).find(
    (one) => one.blockId === blockId && one.actionId === actionId,
  )
  if (!found) throw new Refusal('not_displayed')
  return found
}

/** Remembers, beside the surface, what became of the last press on it. */
export function note({ world }: Engine, person: Member, surface: Surface, trouble: string | undefined): void {
  if (surface.kind === 'view') {
    if (trouble) surface.open.trouble = trouble
    else delete surface.open.trouble
  } else {
    const key = troubleKey(person, surface.channel, surface.message)
    if (trouble) world.troubles.set(key, trouble)
    else world.troubles.delete(key)
  }
  world.changed()
}

export function troubleKey(person: Member, channel: Channel, message: Message): string {
  return `${person.id} ${channel.id} ${message.ts}`
}
