import { setTimeout as pause } from 'node:timers/promises'
import type { Modal } from '../../test/workspace/person/modal.ts'
import { offers } from '../../test/workspace/person/offers.ts'
import type { Person } from '../../test/workspace/person/person.ts'
import { type Place, placeFor } from '../../test/workspace/person/place.ts'
import { type Shown, showMessage } from '../../test/workspace/person/shown.ts'
import { findChannel } from '../../test/workspace/world/channels.ts'
import type { Ephemeral } from '../../test/workspace/world/shapes.ts'

/** A message of the app: the newest with these words. */
export interface Wanted {
  readonly in: Place
  readonly on: RegExp
  /** Words that stand somewhere on it, when its first ones do not tell which is meant. */
  readonly about?: string
}

/** A button on it. */
export interface Button extends Wanted {
  readonly label: string
  /** Words of the block that it stands in. */
  readonly beside?: string
}

export function newest({ world, member, reader }: Person, { in: place, on, about = '' }: Wanted) {
  if (place.startsWith('#') && !findChannel(world, place)) return undefined
  const channel = placeFor(world, member, place)
  const found = channel.messages.findLast(
    ({ byApp, text, blocks }) => byApp && on.test(text) && JSON.stringify(blocks).includes(about),
  )
  return found && showMessage(reader, channel, found)
}

/** What the app said last in a place, for whoever misses something there. */
export function lastSaid({ world, member }: Person, { in: place }: Wanted): string {
  if (place.startsWith('#') && !findChannel(world, place)) return 'nothing'
  const said = placeFor(world, member, place).messages.filter(({ byApp }) => byApp)
  return said
    .slice(-4)
    .map(({ text }) => `"${text}"`)
    .join(', ')
}

export function offersIt({ reader }: Person, { blocks }: Shown, { label, beside }: Partial<Button>): boolean {
  return offers(reader, blocks).some(
    (offer) => offer.label === label && (beside === undefined || offer.beside.includes(beside)),
  )
}

export function openForm(person: Person, title?: string): Modal | undefined {
  const open = person.world.modals.get(person.id) ?? []
  if (open.length === 0) return undefined
  const top = person.modal()
  return title === undefined || top.title === title ? top : undefined
}

/** What the app has told this person privately where that message stands. */
export function privately({ world, id }: Person, { channel }: Shown): readonly Ephemeral[] {
  return world.channels.get(channel)?.ephemerals.filter(({ to }) => to === id) ?? []
}

/** @throws Error when the app says that it could not do what was asked. */
export function notBroken(text: string): void {
  if (/failed with the error|Something broke/.test(text)) throw new Error(text)
}

/** A killed replica's work is taken up after some fifteen seconds; what takes longer than this is lost. */
const patience = 90_000

/** Looks every few milliseconds: among hundreds of lives something changes all the time. */
export async function until<T>(
  ask: () => T | undefined | false,
  orElse: () => string,
  within = patience,
): Promise<T> {
  for (const end = performance.now() + within; ; ) {
    const found = ask()
    if (found) return found
    if (performance.now() > end) throw new Error(orElse())
    await pause(50)
  }
}
