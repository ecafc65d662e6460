import type { Evolvers, Release } from '../releases/release.ts'
import { type Item, isDoneForOne } from './readiness.ts'

function withItems(
  release: Release,
  concerned: (item: Item) => boolean,
  change: (item: Item) => Item,
): Release {
  const items = release.readiness.items.map((item) => (concerned(item) ? change(item) : item))
  return { ...release, readiness: { ...release.readiness, items } }
}

const withItem = (release: Release, number: number, change: Partial<Item>) =>
  withItems(
    release,
    (item) => item.number === number,
    (item) => ({ ...item, ...change }),
  )

export const evolveReadiness: Evolvers = {
  itemsListed: (release, { items: listed, at }) => {
    const fresh = listed.map(
      (item): Item => ({
        ...item,
        owner: null,
        asked: at,
        again: null,
        fellLate: false,
        state: { is: 'open' },
      }),
    )
    return { ...release, readiness: { ...release.readiness, items: [...release.readiness.items, ...fresh] } }
  },
  itemDone: (release, { number, evidence, revision, at, by }) =>
    withItem(release, number, { again: null, state: { is: 'done', at, by: by.person, evidence, revision } }),
  itemReopened: (release, { number }) => withItem(release, number, { state: { is: 'open' } }),
  itemBlocked: (release, { number, why, waitsFor, at, by }) =>
    withItem(release, number, { state: { is: 'blocked', why, since: at, by: by.person, waitsFor } }),
  itemUnblocked: (release, { number }) => withItem(release, number, { state: { is: 'open' } }),
  itemSkipped: (release, { number, why, at, by }) =>
    withItem(release, number, { state: { is: 'skipped', at, by: by.person, why } }),
  itemTaken: (release, { number, owner }) => withItem(release, number, { owner }),
  itemGiven: (release, { number, owner }) => withItem(release, number, { owner }),
  itemsFellLate: (release, { numbers }) =>
    withItems(
      release,
      ({ number }) => numbers.includes(number),
      (item) => ({ ...item, fellLate: true }),
    ),
  wayBackSet: (release, { howLong, untilStep, sign, rollbackSign }) => ({
    ...release,
    readiness: { ...release.readiness, wayBack: { howLong, untilStep, sign, rollbackSign } },
  }),
  targetMoved: (release) =>
    withItems(
      release,
      () => true,
      (item) => ({ ...item, fellLate: false }),
    ),
  componentRevised: (release, { component, to, at }) =>
    withItems(
      release,
      (item) => item.component === component,
      (item) => revised(item, to, at),
    ),
  componentDropped: (release, { component, at, by }) =>
    withItems(
      release,
      (item) => item.component === component,
      (item) => ({
        ...item,
        state: { is: 'skipped', at, by: by.person, why: 'not in this release any more' },
      }),
    ),
  componentAdded: (release, { component, at }) =>
    withItems(
      release,
      (item) => item.component === component,
      (item) => ({ ...item, asked: at, fellLate: false, state: { is: 'open' } }),
    ),
}

/** What was done for one revision is not done for another; a first revision only names what it was done for. */
function revised(item: Item, revision: string, at: Date): Item {
  if (isDoneForOne(item))
    return { ...item, asked: at, again: revision, fellLate: false, state: { is: 'open' } }
  return item.state.is === 'done' ? { ...item, state: { ...item.state, revision } } : item
}
