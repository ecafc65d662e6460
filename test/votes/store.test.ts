import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { channels } from '../../src/channels/tables.ts'
import type { Feature } from '../../src/feature.ts'
import type { Release, ReleaseEvent } from '../../src/releases/release.ts'
import { sealOf } from '../../src/scope/scope.ts'
import { surfaces } from '../../src/surfaces/tables.ts'
import { roundOfThread, votesPart, writeVotes } from '../../src/votes/store.ts'
import { newestVote, standing } from '../../src/votes/votes.ts'
import { engines, freshDatabase, type TestDatabase } from '../databases.ts'
import { actor, berlin, people, workspace } from '../given.ts'
import { insertRelease, loaded, written } from '../kept.ts'
import { type Act, anyAct, tried } from './given-acts.ts'
import { features, givenReady, givenVote, says } from './given-vote.ts'

const stored: readonly Feature[] = [...features, { name: 'rows', part: votesPart, write: writeVotes }]

const { round, rule, target, closes, undone } = newestVote(givenVote()) ?? expect.fail('no vote')

const opened = (seal: string, more = {}): ReleaseEvent => ({
  ...{ type: 'voteOpened', round, rule, seal, target, closes, undone },
  ...more,
})
const decided = (seal: string, outcome: 'go' | 'no-go'): ReleaseEvent => ({
  ...{ type: 'voteDecided', round, outcome, seal, silent: [{ role: 'Quality', people: [people.qaLead] }] },
  holdsUntil: outcome === 'go' ? berlin('4 Dec 10:05') : null,
})
const cancelledRelease = { type: 'releaseCancelled', why: 'merged into 2.5.0' } as const

/** Every way in which a vote goes on, for the seal that the scope has then. */
const endings: Readonly<Record<string, (seal: string) => readonly ReleaseEvent[]>> = {
  'is open': () => [],
  'ends with no-go': (seal) => [decided(seal, 'no-go')],
  'ends with no-go before the release is cancelled': (seal) => [decided(seal, 'no-go'), cancelledRelease],
  'ends with go, which is lost': (seal) => [
    decided(seal, 'go'),
    { type: 'clearanceLost', round, why: 'payments-ledger changed' },
  ],
  'is cancelled, and the next one opens undone': (seal) => [
    { type: 'voteCancelled', round, why: 'load test is red' },
    opened(seal, { round: 2, undone: { why: 'staging is back', items: [6] } }),
  ],
  'moves with its target': () => [
    { type: 'voteMoved', round, target: berlin('3 Dec 16:00'), closes: berlin('3 Dec 12:00') },
  ],
  'ends with its release': () => [cancelledRelease],
}

describe.each(engines)('votes are kept on %s', (engine) => {
  let database: TestDatabase
  let next = 0
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  const happens = (before: Release, events: readonly ReleaseEvent[], at: Date) =>
    written(database, stored, before, events, { at, by: actor(people.opsLead, 'button') })

  async function beginning(): Promise<Release> {
    next += 1
    const release = await insertRelease(database, next, givenReady)
    return happens(release, [opened(sealOf(release.scope))], berlin('30 Nov 15:00'))
  }

  async function played(acts: readonly Act[], ending: string): Promise<Release> {
    let release = await beginning()
    let minute = berlin('30 Nov 15:00').getTime()
    for (const act of acts) {
      if (release.state !== 'deciding') return release
      minute += 60_000
      release = await happens(release, tried(release, act), new Date(minute))
    }
    const events = endings[ending]?.(sealOf(release.scope)) ?? []
    return release.state === 'deciding' ? happens(release, events, berlin('1 Dec 12:00')) : release
  }

  const load = (release: Release) => loaded(database, stored, release)

  test('in whatever course: what is loaded is what the events made of it', async () => {
    const course = fc.record({
      acts: fc.array(anyAct, { minLength: 5, maxLength: 25 }),
      ending: fc.constantFrom(...Object.keys(endings)),
    })
    await fc.assert(
      fc.asyncProperty(course, async ({ acts, ending }) => {
        const release = await played(acts, ending)
        expect((await load(release))?.votes).toEqual(release.votes)
      }),
      { numRuns: 12 },
    )
  })

  test.each(Object.keys(endings))('when a vote %s', async (ending) => {
    const release = await played([], ending)
    expect((await load(release))?.votes).toEqual(release.votes)
  })

  test('the database itself refuses a second standing answer for one role and person', async () => {
    const release = await beginning()
    const seal = sealOf(release.scope)
    const answer = {
      role: null,
      person: people.qaLead,
      forWhom: null,
      says: 'go',
      note: null,
      reply: null,
    } as const
    const cast = (number: number) =>
      ({ type: 'ballotCast', round, number, seal, replaces: null, ...answer }) as const
    await happens(release, [cast(1)], berlin('30 Nov 16:00'))
    await expect(happens(release, [cast(2)], berlin('30 Nov 16:00'))).rejects.toThrow()
  })

  test('changed a hundred times: all that stands is loaded, and the last that do not', async () => {
    const release = await beginning()
    const seal = sealOf(release.scope)
    const cast = (number: number, person: string, replaces: number | null): ReleaseEvent => ({
      ...{
        type: 'ballotCast',
        round,
        number,
        seal,
        role: null,
        forWhom: null,
        note: `${number}`,
        reply: null,
      },
      ...{ person, replaces, says: number % 2 === 0 ? 'go' : 'no-go' },
    })
    const changes = Array.from({ length: 110 }, (_, i) => cast(i + 2, people.qaLead, i === 0 ? null : i + 1))
    const after = await happens(release, [cast(1, people.opsLead, null), ...changes], berlin('30 Nov 16:00'))
    const read = { ...after, votes: (await load(after))?.votes ?? expect.fail('no votes') }
    const ballots = newestVote(read)?.ballots ?? []
    expect(ballots.map(({ number }) => number)).toEqual([1, ...Array.from({ length: 101 }, (_, i) => i + 11)])
    expect(standing(newestVote(after) ?? expect.fail('no vote'))).toEqual(
      ballots.filter(({ superseded }) => superseded === null),
    )
    const next = says(read, people.qaLead, 'go')
    expect(newestVote(next)?.ballots.at(-1)?.number).toBe(112)
  })

  const card = { workspace, id: 's1', release: 'r1', kind: 'vote-card', key: '2', person: null, params: {} }

  test('a thread belongs to the vote whose card it hangs from, in this workspace', async () => {
    const posted = {
      channel: 'C1',
      ts: '1000.1',
      wanted: 1,
      drawn: 1,
      fingerprint: null,
      attempted: null,
      letGo: null,
    }
    await database.db.insert(surfaces).values([
      { ...card, ...posted },
      { ...card, ...posted, id: 's2', kind: 'readiness-card', ts: '1000.2' },
    ])
    const thread = { workspace, channel: 'C1', thread: '1000.1' }
    expect(await roundOfThread(database.db, thread)).toEqual({ ref: { workspace, id: 'r1' }, round: 2 })
    expect(await roundOfThread(database.db, { ...thread, thread: '1000.2' })).toBeNull()
    expect(await roundOfThread(database.db, { ...thread, workspace: 'T2' })).toBeNull()
  })

  test('a card that was begun to be posted may stand there already, wherever in its channel', async () => {
    const { db } = database
    const { id } = await beginning()
    const [here, there] = [`C-${id}`, `C-not-${id}`]
    const thread = (channel: string, more = {}) =>
      roundOfThread(db, { workspace, channel, thread: '1000.3', ...more })
    await db.insert(channels).values({ workspace, release: id, channel: here, name: `rel-${id}`, steps: {} })
    await db.insert(surfaces).values({ ...card, release: id, id: `s-${id}`, wanted: 1, drawn: 0 })
    expect(await thread(here)).toBeNull()

    const change = (columns: Partial<typeof surfaces.$inferInsert>) =>
      db
        .update(surfaces)
        .set(columns)
        .where(eq(surfaces.id, `s-${id}`))
    await change({ attempted: berlin('30 Nov 15:00') })
    expect(await thread(here)).toBe('under way')
    expect([await thread(there), await thread(here, { workspace: 'T2' })]).toEqual([null, null])

    await change({ attempted: null, channel: here, ts: '1000.3' })
    expect(await thread(here)).toEqual({ ref: { workspace, id }, round: 2 })
    expect(await thread(here, { thread: '1000.4' })).toBeNull()
  })
})
