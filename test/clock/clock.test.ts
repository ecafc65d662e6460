import { DrizzleQueryError } from 'drizzle-orm/errors'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { coordinator, cronLog, tick } from '../../src/clock/clock.ts'
import type { Feature } from '../../src/feature.ts'
import { makeLog } from '../../src/log.ts'
import { people } from '../../src/people/feature.ts'
import { releases } from '../../src/releases/feature.ts'
import { timeline } from '../../src/releases/tables.ts'
import { openWorld, type StoryWorld } from '../stories/world.ts'

let world: StoryWorld
let ticked: string[]
beforeEach(async () => {
  ticked = []
  const failing: Feature = { name: 'failing', tick: () => Promise.reject(new Error('a bug')) }
  const noting: Feature = { name: 'noting', tick: async () => void ticked.push('noted') }
  const features = [failing, people, { ...releases, surfaces: [], react: () => [] }, noting]
  world = await openWorld('postgres', { features, begins: '2026-11-19 10:00' })
})
afterEach(() => world.close())

const plan = () => world.as('rm').run('/release new payments 2.4.0 1 dec 16:00', { in: '#releases' })
const told = async () => (await world.database.db.select().from(timeline)).map(({ type }) => type)

test('what is due happens at its time, and not before', async () => {
  await plan()
  await world.at('2026-11-20 08:59')
  expect(await told()).not.toContain('preparingBegan')
  await world.at('2026-11-20 09:01')
  expect((await told()).filter((type) => type === 'preparingBegan')).toHaveLength(1)
})

test('what nobody looked at in its minute happens at the next look', async () => {
  await plan()
  world.clock.advance(30 * 24 * 3_600_000)
  await tick(world.app.ctx)
  await world.settled()
  expect(await told()).toContain('preparingBegan')
})

test('one part that fails holds up no other', async () => {
  ticked = []
  await tick(world.app.ctx)
  expect(ticked).toEqual(['noted'])
})

test('of all replicas one looks in each minute', async () => {
  const replicas = Array.from({ length: 5 }, () => coordinator(world.app.ctx))
  const asked = (key: string) => Promise.all(replicas.map((replica) => replica.shouldRun(key, 30_000)))
  expect((await asked('tick.T1:12:00')).filter(Boolean)).toHaveLength(1)
  expect((await asked('tick.T1:12:01')).filter(Boolean)).toHaveLength(1)
})

test('what the cron itself meets is a line like any other, without what a query carried', () => {
  const lines: string[] = []
  const log = cronLog(makeLog('info', [], { write: (line) => void lines.push(line) }))
  log.error('Run coordinator failed', new DrizzleQueryError('insert', ['kept'], new Error('gone')))
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg: 'cron',
    cron: 'Run coordinator failed',
    err: { causes: [{ message: 'gone' }] },
  })
  expect(lines[0]).not.toContain('kept')
})
