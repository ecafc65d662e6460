import type { Waiting } from '../feature.ts'
import type { PersonId } from '../people/people.ts'
import type { Facts, Release } from '../releases/release.ts'
import { actions, type Md, md, quoted } from '../slack/blocks.ts'
import { nextButton, titleOf } from './item-lines.ts'
import { type Item, isAsked, openItems } from './readiness.ts'
import { asksWho, dueOf, isLate, ownerOf } from './standing.ts'

/**
 * Open items for those who own them; what nobody took waits for everyone who fills its role, and what is blocked also
 * for whoever it is said to wait for.
 */
export function waitingItems(release: Release, facts: Facts, now: Date): Waiting[] {
  if (release.hold || !isAsked(release)) return []
  return openItems(release).flatMap((item) => {
    const common = {
      release: release.id,
      kind: 'item' as const,
      due: dueOf(item, release, facts),
      late: isLate(item, release, facts, now),
      buttons: actions([nextButton(item, release, facts)]),
    }
    const owners = awaitedFrom(item, facts)
    return [
      ...owners.map((person) => ({ ...common, person, what: ownerTold(item) })),
      ...unblockers(item, owners).map((person) => ({ ...common, person, what: unblockerTold(item) })),
    ]
  })
}

function awaitedFrom(item: Item, facts: Facts): readonly PersonId[] {
  const owner = ownerOf(item, facts)
  return owner ? [owner] : asksWho(item, facts)
}

const unblockers = ({ state }: Item, owners: readonly PersonId[]): PersonId[] =>
  state.is === 'blocked' && state.waitsFor && !owners.includes(state.waitsFor) ? [state.waitsFor] : []

const ownerTold = (item: Item): Md =>
  item.state.is === 'blocked' ? md`${titleOf(item)}, blocked` : titleOf(item)

const unblockerTold = (item: Item): Md =>
  md`${titleOf(item)}, waits for you${item.state.is === 'blocked' && md`: ${quoted(item.state.why, 100)}`}`
