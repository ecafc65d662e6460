import { deviationsOf } from '../execution/deviations.ts'
import type { PersonId } from '../people/people.ts'
import type { Release } from '../releases/release.ts'
import { listed } from '../slack/wording.ts'
import { changedSince, namesOf } from '../votes/since.ts'

/** One thing that was not done by the book, in our words. */
export interface Deviation {
  readonly what: string
  readonly by: PersonId | null
}

/** Everything about this release that was not by the book, in the order of its life. Never hidden. */
export const deviations = (release: Release): Deviation[] => [
  ...itemsSkipped(release),
  ...openedUndone(release),
  ...lateChanges(release),
  ...deviationsOf(release).map(({ what, by }) => ({ what, by })),
]

/** What is no longer in the release was rightly left out. */
const itemsSkipped = ({ readiness, scope }: Release): Deviation[] =>
  readiness.items.flatMap(({ number, required, component, state }) => {
    const inScope = component === null || scope.components.some(({ name }) => name === component)
    return state.is === 'skipped' && required && inScope
      ? [{ what: `item ${number} skipped`, by: state.by }]
      : []
  })

const openedUndone = ({ votes }: Release): Deviation[] =>
  votes.rounds.flatMap(({ undone, openedBy }) => {
    if (!undone || undone.items.length === 0) return []
    const items = undone.items.length === 1 ? 'item' : 'items'
    return [{ what: `vote opened with ${items} ${listed(undone.items.map(String))} undone`, by: openedBy }]
  })

/** What went out otherwise than it was decided on. */
function lateChanges(release: Release): Deviation[] {
  const decided = release.votes.rounds.findLast(({ ended }) => ended?.outcome === 'go')?.ended
  const names = decided ? namesOf(changedSince(release, decided.seal)) : []
  if (names.length === 0) return []
  const count = names.length === 1 ? '1 late change' : `${names.length} late changes`
  return [{ what: `${count}: ${listed(names)}`, by: null }]
}
