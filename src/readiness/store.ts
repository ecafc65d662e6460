import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../db/database.ts'
import { partOf, type RowOf, rowsOf } from '../db/rows.ts'
import type { ReleaseRef, Writers } from '../feature.ts'
import type { Release } from '../releases/release.ts'
import type { Item, ItemState } from './readiness.ts'
import { readinessItems, waysBack } from './tables.ts'

type ItemRow = RowOf<typeof readinessItems>
type StateColumns = Pick<ItemRow, 'state' | 'since' | 'by' | 'why' | 'waitsFor' | 'evidence' | 'revision'>

export const readinessPart = partOf(
  { items: rowsOf(readinessItems, readinessItems.number), ways: rowsOf(waysBack) },
  ({ items, ways: [way] }) => ({
    readiness: {
      items: items.map(itemFrom),
      wayBack: way
        ? { howLong: way.howLong, untilStep: way.untilStep, sign: way.sign, rollbackSign: way.rollbackSign }
        : null,
    },
  }),
)

function itemFrom(row: ItemRow): Item {
  const { state, since, by, why, waitsFor, evidence, revision, ...item } = row
  return { ...item, state: stateFrom({ state, since, by, why, waitsFor, evidence, revision }) }
}

function stateFrom({ state, since, by, why, waitsFor, evidence, revision }: StateColumns): ItemState {
  if (state === 'open' || since === null) return { is: 'open' }
  if (state === 'done') return { is: state, at: since, by, evidence, revision }
  if (state === 'blocked') return { is: state, why: why ?? '', since, by, waitsFor }
  return { is: state, at: since, by, why: why ?? '' }
}

const noColumns = { since: null, by: null, why: null, waitsFor: null, evidence: null, revision: null }

function columnsOf(state: ItemState): StateColumns {
  const { is } = state
  if (is === 'open') return { ...noColumns, state: is }
  if (is === 'done') {
    const { at, by, evidence, revision } = state
    return { ...noColumns, state: is, since: at, by, evidence, revision }
  }
  if (is === 'blocked') {
    const { since, by, why, waitsFor } = state
    return { ...noColumns, state: is, since, by, why, waitsFor }
  }
  return { ...noColumns, state: is, since: state.at, by: state.by, why: state.why }
}

const keyOf = (ref: ReleaseRef) => ({ workspace: ref.workspace, release: ref.id })

const ofRelease = (ref: ReleaseRef) =>
  and(eq(readinessItems.workspace, ref.workspace), eq(readinessItems.release, ref.id))

/** Writes these items as the change left them. */
async function saveItems(tx: Transaction, after: Release, concerned: (item: Item) => boolean) {
  for (const item of after.readiness.items.filter(concerned)) {
    const { number, owner, asked, again, fellLate, state } = item
    await tx
      .update(readinessItems)
      .set({ owner, asked, again, fellLate, ...columnsOf(state) })
      .where(and(ofRelease(after), eq(readinessItems.number, number)))
  }
}

type NumberedEvent = { readonly number: number }

const saveItem = (tx: Transaction, _ref: ReleaseRef, { number }: NumberedEvent, after: Release) =>
  saveItems(tx, after, (item) => item.number === number)

const saveItemsOf = (
  tx: Transaction,
  _ref: ReleaseRef,
  event: { readonly component: string },
  after: Release,
) => saveItems(tx, after, (item) => item.component === event.component)

export const writeReadiness: Writers = {
  itemsListed: async (tx, ref, { items, at }) => {
    const fresh = { owner: null, asked: at, again: null, fellLate: false, ...columnsOf({ is: 'open' }) }
    await tx.insert(readinessItems).values(items.map((item) => ({ ...keyOf(ref), ...item, ...fresh })))
  },
  itemDone: saveItem,
  itemReopened: saveItem,
  itemBlocked: saveItem,
  itemUnblocked: saveItem,
  itemSkipped: saveItem,
  itemTaken: saveItem,
  itemGiven: saveItem,
  itemsFellLate: (tx, ref, { numbers }) =>
    tx
      .update(readinessItems)
      .set({ fellLate: true })
      .where(and(ofRelease(ref), inArray(readinessItems.number, [...numbers]))),
  targetMoved: (tx, ref) => tx.update(readinessItems).set({ fellLate: false }).where(ofRelease(ref)),
  componentRevised: saveItemsOf,
  componentAdded: saveItemsOf,
  componentDropped: saveItemsOf,
  wayBackSet: async (tx, ref, { howLong, untilStep, sign, rollbackSign }) => {
    const way = { howLong, untilStep, sign, rollbackSign }
    await tx
      .insert(waysBack)
      .values({ ...keyOf(ref), ...way })
      .onConflictDoUpdate({ target: [waysBack.workspace, waysBack.release], set: way })
  },
}
