import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { features } from '../../src/app.ts'
import type { Feature } from '../../src/feature.ts'
import { defineJob } from '../../src/jobs/job.ts'
import { makeLog } from '../../src/log.ts'
import { releases } from '../../src/releases/tables.ts'
import { tellingManager } from '../../src/surfaces/gave-up-worker.ts'
import { surfaces } from '../../src/surfaces/tables.ts'
import { oneWaits } from '../databases.ts'
import { openWorld, type StoryWorld } from '../stories/world.ts'

let tries = 0
const doomed: Feature = {
  name: 'doomed',
  jobs: [
    defineJob({
      name: 'doomed',
      payload: z.object({ workspace: z.string(), release: z.string() }),
      run: async () => {
        tries++
        throw new Error('never')
      },
    }),
  ],
}

let world: StoryWorld
const written: Record<string, unknown>[] = []
const log = makeLog('info', [], { write: (line) => void written.push(JSON.parse(line)) })
beforeAll(async () => {
  world = await openWorld('postgres', { features: [...features, doomed], log })
})
afterAll(() => world.close())

/** Brings the next try forward, so that the test need not wait as long as Slack is given. */
const hurry = () =>
  world.database.db.execute(sql`update pgboss.job set start_after = now() where state = 'retry'`)

test('when all tries are used up the release manager is told, once', { timeout: 60_000 }, async () => {
  await world.as('rm').run('/release new payments 2.4.0 1 dec 16:00 because refunds', { in: '#releases' })
  const [release] = await world.database.db.select().from(releases)
  const { workspace = '', id = '' } = release ?? {}
  const task = { job: 'doomed', payload: { workspace, release: id } }
  await world.app.ctx.jobs.enqueue(world.database.db, [task])
  await world.app.ctx.jobs.enqueue(world.database.db, [task])
  const told = () =>
    world
      .as('rm')
      .sees('@shipshape')
      .filter(({ text }) => text.includes('Every try failed'))
  await vi.waitFor(
    async () => {
      await hurry()
      expect(tries).toBe(18)
    },
    { timeout: 30_000, interval: 50 },
  )
  await vi.waitFor(() => expect(told()).toHaveLength(1), 20_000)
  expect(told()[0]?.text).toMatch(/^payments-2\.4\.0: something that follows a change was not done/)
  const ref = /\(ref ([2-9A-Z]{4})\)/.exec(told()[0]?.text ?? '')?.[1]
  const last = written.find((line) => line.ref === ref)
  expect(last).toMatchObject({ level: 50, msg: 'gave up', job: 'doomed' })
  const why = written.filter(({ task: id, msg }) => id === last?.task && msg === 'job failed')
  expect(why.map(({ err }) => err)).toEqual(Array(9).fill(expect.objectContaining({ message: 'never' })))
  const dead = sql`select 1 from pgboss.job where name like 'doomed.%.dead' and state < 'completed'`
  await vi.waitFor(async () => expect(await world.database.db.execute(dead)).toHaveLength(0), 20_000)
  await world.settled()
  expect(told()).toHaveLength(1)
})

test('telling it waits for a change that has begun, and neither for the other', async () => {
  const { db } = world.database
  const [release] = await db.select().from(releases)
  const draw = tellingManager({ name: 'draw', payload: z.unknown(), run: async () => {} })
  let telling: Promise<void> | undefined
  await db.transaction(async (tx) => {
    await tx.select().from(releases).for('update')
    telling = draw.gaveUp?.(world.app.ctx, { workspace: release?.workspace, release: release?.id }, '7F3K')
    await oneWaits(world.database)
    await tx.update(surfaces).set({ wanted: sql`${surfaces.wanted} + 1` })
  })
  await telling
  await world.as('rm').waits('@shipshape', 'not every message could be brought up to date')
})
