import type { Waiting } from '../feature.ts'
import type { PersonId } from '../people/people.ts'
import type { Facts, Release } from '../releases/release.ts'
import { actions, md } from '../slack/blocks.ts'
import { nextButton, titleOf } from './item-lines.ts'
import { type Item, isAsked, openItems } from './readiness.ts'
import { asksWho, dueOf, isLate, ownerOf } from './standing.ts'

/** Open items for those who own them; what nobody took waits for everyone who fills its role. */
export function waitingItems(release: Release, facts: Facts, now: Date): Waiting[] {
  if (release.hold || !isAsked(release)) return []
  return openItems(release).flatMap((item) =>
    awaitedFrom(item, facts).map(
      (person): Waiting => ({
        person,
        release: release.id,
        kind: 'item',
        what: item.state.is === 'blocked' ? md`${titleOf(item)}, blocked` : titleOf(item),
        due: dueOf(item, release, facts),
        late: isLate(item, release, facts, now),
        buttons: actions([nextButton(item, release, facts)]),
      }),
    ),
  )
}

function awaitedFrom(item: Item, facts: Facts): readonly PersonId[] {
  const owner = ownerOf(item, facts)
  return owner ? [owner] : asksWho(item, facts)
}
