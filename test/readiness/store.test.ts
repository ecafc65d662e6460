import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Transaction } from '../../src/db/database.ts'
import type { Writers } from '../../src/feature.ts'
import { missingItems } from '../../src/readiness/items.ts'
import { emptyReadiness } from '../../src/readiness/readiness.ts'
import { readinessPart, writeReadiness } from '../../src/readiness/store.ts'
import { evolve } from '../../src/releases/evolve.ts'
import { loadRelease } from '../../src/releases/load-store.ts'
import type { Recorded, Release, ReleaseEvent } from '../../src/releases/release.ts'
import { releases } from '../../src/releases/tables.ts'
import { changeKinds, emptyScope } from '../../src/scope/scope.ts'
import { previousRevisions, scopePart, writeScope } from '../../src/scope/store.ts'
import { engines, freshDatabase, type TestDatabase } from '../databases.ts'
import { berlin, givenFacts, givenRelease, people, recorded } from '../given.ts'
import { pieceOf } from '../kept.ts'
import { features as evolving, wayBack } from './given-readiness.ts'

const stored = [
  { name: 'scope', part: scopePart, write: writeScope },
  { name: 'readiness', part: readinessPart, write: writeReadiness },
]

const words = fc
  .oneof(fc.string({ maxLength: 20 }), fc.constantFrom("Robert'); drop", 'שלום', '🎉', 'a\nb'))
  // PostgreSQL keeps no NUL; Slack sends none.
  .map((text) => text.replaceAll('\0', ''))
const person = fc.constantFrom(people.dba, people.rm)
const number = fc.integer({ min: 1, max: 9 })
const component = fc.constantFrom('payments-api', 'payments-ledger', 'checkout-web')
const change = { kind: fc.constantFrom(...changeKinds), title: words, link: fc.option(words) }
const changes = fc.uniqueArray(fc.record({ number, ...change }), {
  selector: (one) => one.number,
  maxLength: 4,
})

const anyEvent: fc.Arbitrary<ReleaseEvent> = fc.oneof(
  fc.record({
    type: fc.constant('itemDone'),
    number,
    evidence: fc.option(words),
    revision: fc.option(words),
  }),
  fc.record({ type: fc.constantFrom('itemReopened', 'itemUnblocked'), number }),
  fc.record({ type: fc.constant('itemBlocked'), number, why: words, waitsFor: fc.option(person) }),
  fc.record({ type: fc.constant('itemSkipped'), number, why: words, required: fc.boolean() }),
  fc.record({ type: fc.constantFrom('itemTaken', 'itemGiven'), number, owner: person }),
  fc.record({ type: fc.constant('itemsFellLate'), numbers: fc.uniqueArray(number, { minLength: 1 }) }),
  fc.record({
    type: fc.constant('targetMoved'),
    from: fc.constant(new Date(0)),
    to: fc.constant(new Date(1)),
    why: fc.constant(null),
  }),
  fc.record({ type: fc.constant('componentRevised'), component, from: fc.constant(null), to: words }),
  fc.record({
    type: fc.constant('changesEdited'),
    set: changes,
    dropped: fc.array(number, { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('flagsChanged'),
    from: fc.constant([]),
    to: fc.array(words, { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('exposureChanged'), from: fc.constant(null), to: fc.option(words) }),
  fc.constant({ type: 'wayBackSet', ...wayBack } as const),
  fc.constant({ type: 'wayBackSet', ...wayBack, sign: null } as const),
)

/** Components leave and come back, as only an alternation can. */
const anyCourse = fc
  .tuple(fc.array(anyEvent, { maxLength: 12 }), fc.array(anyEvent, { maxLength: 6 }), component)
  .map(([first, then, name]): ReleaseEvent[] => [
    ...first,
    { type: 'componentDropped', component: name },
    ...then.filter((event) => !('component' in event && event.component === name)),
    { type: 'componentAdded', component: name, revision: 'c3' },
  ])

describe.each(engines)('what is kept on %s', (engine) => {
  let database: TestDatabase
  let next = 0
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  const inTransaction = <T>(run: (tx: Transaction) => Promise<T>): Promise<T> => database.db.transaction(run)

  async function insert(overrides: Partial<Release> = {}): Promise<Release> {
    next += 1
    const id = { id: `r${next}`, key: `payments-2.4.${next}`, revision: 0 }
    const release = givenRelease({ ...id, scope: emptyScope, readiness: emptyReadiness, ...overrides })
    const { model, hold: _, ...head } = release
    await database.db
      .insert(releases)
      .values({ ...head, model: model.name, modelVersion: model.version, hold: null })
    return release
  }

  /** Each event is a change of its own, as at the doors. */
  async function happens(release: Release, events: readonly ReleaseEvent[]): Promise<Release> {
    let now = release
    for (const event of events) {
      const [told] = recorded(now, [event])
      if (!told) continue
      now = evolve(evolving, now, told)
      await inTransaction(async (tx) => {
        for (const { write } of stored) await writerOf(write, told)?.(tx, release, told, now)
      })
    }
    return now
  }

  const planned = (release: Release): ReleaseEvent[] => {
    const components = ['payments-api', 'payments-ledger', 'checkout-web'].map((name) => ({
      name,
      revision: null,
    }))
    const scope = { ...emptyScope, components, changes: [{ kind: 'fix', title: 'a', link: null }] } as const
    return [
      { type: 'scopeSet', ...scope },
      ...missingItems({ ...release, scope: { ...scope, changes: [] } }, givenFacts()),
    ]
  }

  test('in whatever course: what is loaded is what the events made of it', async () => {
    await fc.assert(
      fc.asyncProperty(anyCourse, async (events) => {
        const release = await insert()
        const after = await happens(release, [...planned(release), ...events])
        const loaded = await loadRelease(database.db, stored, release)
        expect(loaded?.scope).toEqual(after.scope)
        expect(loaded?.readiness).toEqual(after.readiness)
      }),
      { numRuns: 20 },
    )
  })

  describe('the product’s last release', () => {
    const product = 'history'
    const at = (wall: string) => ({ product, target: berlin(wall) })
    const ledger = (revision: string | null): ReleaseEvent => ({
      type: 'scopeSet',
      ...emptyScope,
      components: [{ name: 'payments-ledger', revision }],
    })
    const previousOf = (release: Release) => pieceOf(database, previousRevisions, release)

    test('is the newest that users have, with the revisions that were named', async () => {
      await happens(await insert({ ...at('1 Nov 10:00'), state: 'closed', outcome: 'shipped' }), [
        ledger('a1'),
      ])
      const last = await insert({ ...at('8 Nov 10:00'), state: 'verifying' })
      await happens(last, [ledger('b2')])
      await happens(await insert({ ...at('9 Nov 10:00'), state: 'closed', outcome: 'rolled back' }), [
        ledger('c3'),
      ])
      await happens(await insert({ ...at('10 Nov 10:00'), state: 'preparing' }), [ledger('d4')])
      await happens(await insert({ ...at('20 Nov 10:00'), state: 'closed', outcome: 'shipped' }), [
        ledger('e5'),
      ])

      const asked = await insert(at('15 Nov 10:00'))
      expect(await previousOf(asked)).toEqual({ key: last.key, revisions: { 'payments-ledger': 'b2' } })
    })

    test('is none for the first one, nor that of another workspace', async () => {
      const first = await insert({ ...at('1 Nov 10:00'), product: 'other', workspace: 'T2' })
      await insert({ ...at('1 Oct 10:00'), product: 'other', state: 'closed', outcome: 'shipped' })
      expect(await previousOf(first)).toBeNull()
    })
  })
})

// Indexing the map with a union of keys loses the tie between an event and its writer, as in the pipeline.
const writerOf = (writers: Writers, { type }: Recorded) =>
  writers[type] as ((...args: unknown[]) => Promise<unknown>) | undefined
