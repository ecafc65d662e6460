import { hoursToMilliseconds } from 'date-fns/hoursToMilliseconds'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTo } from '../../src/execution/opening.ts'
import { startRelease } from '../../src/execution/starting.ts'
import { failStep, finishStep, retryStep } from '../../src/execution/stepping.ts'
import { exposures, steps } from '../../src/execution/tables.ts'
import { skip } from '../../src/readiness/acting.ts'
import { readinessItems } from '../../src/readiness/tables.ts'
import { hold, resume } from '../../src/releases/lifecycle.ts'
import { move } from '../../src/releases/planning.ts'
import { releases, targets, timeline } from '../../src/releases/tables.ts'
import { rate } from '../../src/reviews/rating.ts'
import { closeReview, startReview } from '../../src/reviews/reviewing.ts'
import { ratings, reviewAsked } from '../../src/reviews/tables.ts'
import { full } from '../../src/time/words.ts'
import { failCheck, passCheck } from '../../src/verification/checking.ts'
import { reportIncident } from '../../src/verification/incidents.ts'
import { checks, incidents, verificationRounds } from '../../src/verification/tables.ts'
import { votes } from '../../src/votes/tables.ts'
import { berlin } from '../given.ts'
import { decided, does, opened, openLate, planned, theRelease } from '../stories/by-the-rules.ts'
import type { StoryWorld } from '../stories/world.ts'

/** To the minute: the clock of a world goes on. */
const wall = (at: Date | null | undefined) => at && full(at, 'Europe/Berlin')

/** A life in which everything that a metric asks for happens once. */
async function live(world: StoryWorld) {
  await planned(world)
  const load = { to: berlin('1 Dec 16:30'), why: 'load test late' }
  await does(world, 'rm', (...on) => move(...on, load))
  await does(world, 'rm', (...on) => skip(...on, 7, 'no time'))
  await decided(world)
  await world.at('2026-12-01 15:40')
  await does(world, 'rm', startRelease)
  for (const number of [1, 2, 3, 4, 5]) {
    if (number === 3) {
      await does(world, 'ops-oncall', (...on) => failStep(...on, { number, why: 'disk full' }))
      await does(world, 'ops-oncall', (...on) => retryStep(...on, { number }))
    }
    await does(world, 'rm', (...on) => finishStep(...on, { number, note: null }))
  }
  await opened(world, 1, '2026-12-01 16:34')
  await does(world, 'rm', (...on) => openTo(...on, { share: 10, why: null, cutShort: 1 }))
  const incident = { name: 'INC-482', link: null, note: null, caused: 'yes' as const }
  const lasted = { began: berlin('1 Dec 20:12'), ended: berlin('1 Dec 21:05') }
  await world.at('2026-12-01 21:10')
  await does(world, 'ops-oncall', (...on) => reportIncident(...on, { ...incident, ...lasted }))
  await does(world, 'ops-oncall', (...on) => hold(...on, 'INC-482'))
  await world.at('2026-12-01 22:00')
  await does(world, 'rm', resume)
  await opened(world, 100, '2026-12-02 15:15')
  await does(world, 'support-lead', (...on) => failCheck(...on, { number: 3, why: '11 tickets' }))
  for (const number of [1, 2, 4, 5])
    await does(world, 'rm', (...on) => passCheck(...on, { number, note: null }))
  await does(world, 'rm', startReview)
  await does(world, 'support-lead', (...on) => rate(...on, { stars: 4, sentence: 'good handover' }))
  await does(world, 'rm', closeReview)
  await world.settled()
}

describe('what the metrics need is in the tables', () => {
  let world: StoryWorld
  beforeAll(async () => {
    world = await openLate('pglite')
    await live(world)
  }, 120_000)
  afterAll(() => world.close())

  const db = () => world.database.db
  const id = (handle: string) => world.as(handle).id
  const happened = (type: string) =>
    db().select().from(timeline).where(eq(timeline.type, type)).orderBy(asc(timeline.seq))

  test('every target, with who moved it and why', async () => {
    const rows = await db().select().from(targets).orderBy(asc(targets.number))
    expect(rows).toMatchObject([
      { target: berlin('1 Dec 16:00'), by: id('rm'), why: null },
      { target: berlin('1 Dec 16:30'), by: id('rm'), why: 'load test late' },
    ])
  })

  test('the model that was recommended and the one that was chosen', async () => {
    const [row] = await happened('modelChosen')
    expect(row?.facts).toEqual({ model: 'standard', version: 1, recommended: 'standard' })
  })

  test('planned and actual start and opening', async () => {
    const rows = await db().select().from(steps).orderBy(asc(steps.number))
    const [first] = rows
    expect([first?.plannedAt, first?.startedAt].map(wall)).toEqual(['Tue 1 Dec, 15:30', 'Tue 1 Dec, 15:40'])
    const everyone = rows.find(({ share }) => share === 100)
    expect([everyone?.plannedAt, everyone?.endedAt].map(wall)).toEqual([
      'Wed 2 Dec, 11:30',
      'Wed 2 Dec, 15:15',
    ])
    const open = await db().select().from(exposures).orderBy(asc(exposures.number))
    expect(open.map(({ share, since }) => [share, wall(since)])).toEqual([
      [0, 'Tue 1 Dec, 15:40'],
      [1, 'Tue 1 Dec, 16:34'],
      [10, 'Tue 1 Dec, 16:34'],
      [100, 'Wed 2 Dec, 15:15'],
    ])
  })

  test('deviations: a vote opened undone, an item skipped, an early opening', async () => {
    const [vote] = await db().select().from(votes)
    expect(vote?.undone).toMatchObject({ why: 'staging is back tonight', items: expect.arrayContaining([1]) })
    const skipped = await db().select().from(readinessItems).where(eq(readinessItems.state, 'skipped'))
    expect(skipped).toMatchObject([{ number: 7, required: true, by: id('rm'), why: 'no time' }])
    const early = await db().select().from(exposures).where(eq(exposures.early, true))
    expect(early.map(({ share, by }) => [share, by])).toContainEqual([10, id('rm')])
  })

  test('incidents with their cause and how long they lasted', async () => {
    expect(await db().select().from(incidents)).toMatchObject([
      {
        name: 'INC-482',
        caused: 'yes',
        share: 10,
        began: berlin('1 Dec 20:12'),
        ended: berlin('1 Dec 21:05'),
      },
    ])
  })

  test('how long it was on hold, by whom and why', async () => {
    const [held] = await happened('releaseHeld')
    const [resumed] = await happened('releaseResumed')
    expect([held?.person, held?.facts]).toEqual([id('ops-oncall'), { why: 'INC-482' }])
    expect([held?.at, resumed?.at].map(wall)).toEqual(['Tue 1 Dec, 21:10', 'Tue 1 Dec, 22:00'])
    const [watched] = await db().select().from(exposures).where(eq(exposures.share, 10))
    const ahead = hoursToMilliseconds(18) + Number(resumed?.at) - Number(held?.at)
    expect(Number(watched?.soakUntil)).toBe(Number(watched?.since) + ahead)
  })

  test('failed steps and checks, also those that were mended', async () => {
    const failed = await db().select().from(steps).where(eq(steps.failures, 1))
    expect(failed).toMatchObject([
      { number: 3, state: 'done', failure: 'disk full', failedBy: id('ops-oncall') },
    ])
    const [tickets] = await db().select().from(checks).where(eq(checks.state, 'failed'))
    expect(tickets).toMatchObject({ number: 3, failures: 1, note: '11 tickets', by: id('support-lead') })
  })

  test('ratings with how the rater stands to it, and who was asked', async () => {
    expect(await db().select().from(ratings)).toMatchObject([
      { person: id('support-lead'), relation: 'receives', stars: 4, superseded: null },
    ])
    const asked = await db().select().from(reviewAsked)
    expect(asked).toContainEqual(expect.objectContaining({ person: id('rm'), relation: 'did' }))
    expect(asked.length).toBeGreaterThan(5)
  })

  test('every change of state with its time, and how it ended', async () => {
    const times = await Promise.all(
      [
        'preparingBegan',
        'voteOpened',
        'voteDecided',
        'releaseStarted',
        'liveForEveryone',
        'reviewStarted',
        'reviewClosed',
      ].map(async (type) => (await happened(type)).map(({ at }) => at.getTime())),
    )
    expect(times.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 1, 1])
    expect(times.flat()).toEqual(times.flat().toSorted())
    const [round] = await db().select().from(verificationRounds)
    expect([round?.liveAt, round?.verifiedAt].map(wall)).toEqual(['Wed 2 Dec, 15:15', 'Wed 2 Dec, 15:15'])
    const ref = await theRelease(world)
    const [head] = await db().select().from(releases).where(eq(releases.id, ref.id))
    expect(head).toMatchObject({ state: 'closed', outcome: 'shipped' })
    expect(wall(head?.endedAt)).toBe('Wed 2 Dec, 15:15')
  })
})
