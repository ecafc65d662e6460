import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type Running, startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { type OpenDatabase, openPostgres } from '../../src/db/database.ts'
import { timeline } from '../../src/releases/tables.ts'
import { openWorld, type StoryWorld } from '../stories/world.ts'

/** What each message carries that Shipshape posts on its own. */
const marked = z.object({ event_payload: z.object({ surface: z.string() }) })

let world: StoryWorld
let connection: OpenDatabase
let twin: Running

beforeEach(async () => {
  world = await openWorld('postgres')
  const { slack, database, clock } = world
  const config = readConfig({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
  })
  connection = openPostgres(database.url ?? expect.fail('PostgreSQL has an address'))
  const options = { now: clock.now, paced: false }
  twin = await startApp({ ...config, PORT: 0 }, connection, pino({ level: 'silent' }), options)
})
afterEach(async () => {
  await twin.stop()
  await connection.close()
  await world.close()
})

/** Both look at the same moment, several times over, as if every election failed. */
async function bothAt(wall: string) {
  await world.at(wall)
  for (let look = 0; look < 3; look++) await Promise.all([world.app.tick(), twin.tick()])
  await world.settled()
}

test('two replicas on one database say and do each thing once', async () => {
  const rm = world.as('rm')
  await rm.run('/release new payments 2.4.0 1 dec 16:00', { in: '#releases' })
  await bothAt('2026-11-20 09:00')
  await bothAt('2026-11-24 09:01')
  await bothAt('2026-11-26 09:01')
  await bothAt('2026-11-30 15:01')

  const events = (await world.database.db.select().from(timeline)).map(({ type }) => type)
  expect(events.filter((type) => type === 'preparingBegan')).toHaveLength(1)
  const marks = [...world.slack.world.channels.values()].flatMap(({ messages }) =>
    messages.flatMap(({ metadata }) => marked.safeParse(metadata).data?.event_payload.surface ?? []),
  )
  expect(marks.length).toBeGreaterThan(5)
  expect(marks.toSorted()).toEqual([...new Set(marks)].sort())
})
