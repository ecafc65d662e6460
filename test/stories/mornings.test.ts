import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { type OpenDatabase, openPostgres } from '../../src/db/database.ts'
import { engines } from '../databases.ts'
import { inBerlin, openWorld, type StoryWorld } from './world.ts'

const payments = '/release new payments 2.4.0 1 dec 16:00'
const ledger = '/release new ledger 1.9.0 1 dec 18:00'

/** Two releases of which the same people have a part, in the days before they open. */
async function twoReleases(engine: (typeof engines)[number]): Promise<StoryWorld> {
  const world = await openWorld(engine, { begins: '2026-11-20 20:00' })
  for (const line of [payments, ledger]) await world.as('rm').run(line, { in: '#releases' })
  await world.settled()
  return world
}

const mornings = (world: StoryWorld, handle: string) =>
  world
    .as(handle)
    .sees('@shipshape')
    .filter(({ text }) => /of yours|Your list of|open soon/.test(text))

const digests = (world: StoryWorld) =>
  world
    .as('reader')
    .sees('#releases')
    .filter(({ text }) => text.startsWith('Releases, '))

describe.each(engines)('working mornings on %s', (engine) => {
  let world: StoryWorld
  beforeAll(async () => {
    world = await twoReleases(engine)
  })
  afterAll(() => world.close())

  test('nobody is reminded before something is due', async () => {
    await world.at('2026-11-24 08:59')
    expect(mornings(world, 'dba')).toEqual([])
  })

  test('one message folds what is due in both releases, and pings once', async () => {
    const before = world.as('dba').pings().length
    await world.at('2026-11-24 09:00')
    const morning = await world.as('dba').waits('@shipshape', '2 things of yours are due today')
    expect(morning.text).toContain('payments-2.4.0 · 4 Rehearse the rollback · 17:00')
    expect(morning.text).toMatch(/ledger-1\.9\.0 · \d Rehearse the rollback · 17:00/)
    expect(world.as('dba').pings()).toHaveLength(before + 1)
  })

  test('what is settled leaves it, without another message', async () => {
    const [morning] = mornings(world, 'dba')
    if (!morning) return expect.unreachable()
    await world
      .as('rm')
      .run('/release ready payments-2.4.0 4 skip no migration this time', { in: '#releases' })
    const one = await world.as('dba').waits('@shipshape', '1 thing of yours is due today')
    expect(one.ts).toBe(morning.ts)
    expect(one.text).not.toContain('payments-2.4.0')
    await world.as('rm').run('/release ready ledger-1.9.0 3 skip no migration either', { in: '#releases' })
    const none = await world.as('dba').waits('@shipshape', 'Nothing of yours is due on')
    expect(none.ts).toBe(morning.ts)
    expect(none.buttons).toEqual([])
  })

  test('in New York it is said at nine there', async () => {
    await world.at('2026-11-27 14:59')
    expect(mornings(world, 'api-owner')).toEqual([])
    await world.at('2026-11-27 15:00')
    const morning = await world.as('api-owner').waits('@shipshape', '1 thing of yours is due today')
    await world.as('api-owner').press(morning, 'Done')
    await world.as('api-owner').waits('@shipshape', 'Nothing of yours is due on')
  }, 60_000)

  test('the next morning takes its place, and the weekend has none', async () => {
    await world.at('2026-11-29 20:00')
    expect(mornings(world, 'qa-lead')).toHaveLength(1)
    await world.at('2026-11-30 09:00')
    const all = await world.as('qa-lead').waits('@shipshape', '2 things of yours are late')
    expect(all.text).toContain('payments-2.4.0 · 6 Load test, twice the traffic · late since')
    await world.as('qa-lead').waits('@shipshape', /Your list of .* goes on below/)
  }, 60_000)

  test('the release manager reads in one message what is open in both as the target comes nearer', async () => {
    const soon = mornings(world, 'rm').filter(({ text }) => /open soon|go on below|goes on below/.test(text))
    expect(soon).toHaveLength(2)
    const [, newest] = soon
    expect(newest?.text).toContain('2 releases open soon')
    expect(newest?.text).toMatch(/payments-2\.4\.0 opens .*: \d of 9 open, \d late/)
    expect(newest?.text).toContain('ledger-1.9.0 opens')
    expect(newest?.buttons).toEqual(['Status', 'Move…', 'Status', 'Move…'])
  })

  test('which follows what others do, and leaves the older one folded', async () => {
    await world.as('dba').run('/release ready payments-2.4.0 5 done', { in: '#releases' })
    const one = await world.as('rm').waits('@shipshape', 'payments-2.4.0 opens tomorrow, 16:00: 6 of 9 open')
    expect(mornings(world, 'rm').at(-1)?.ts).toBe(one.ts)
    const [older] = mornings(world, 'rm')
    expect(older?.text).toBe('Your list of Thu 26 Nov goes on below')
    expect(older?.buttons).toEqual([])
  })

  test('each working morning with news has one digest for the channel of both products', async () => {
    const dates = digests(world).map(({ text }) => /^Releases, (\w+ \d+)/.exec(text)?.[1])
    expect(dates).toEqual(['Mon 23', 'Fri 27', 'Mon 30'])
    const last = digests(world).at(-1)
    expect(last?.text).toContain('2 at risk')
    expect(last?.text).toMatch(/At risk payments-2\.4\.0, .* open, .* is late/)
    if (last) await world.as('dba').press(last, 'My part')
    await world.as('dba').waits('#releases', (shown) => shown.ephemeral && /wait/.test(shown.text))
  })
})

describe('two replicas that look at the same minute', () => {
  let world: StoryWorld
  let second: Running
  let connected: OpenDatabase
  beforeAll(async () => {
    world = await twoReleases('postgres')
    const { slack, database, clock } = world
    const config = readConfig({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_API_URL: slack.apiUrl,
      SLACK_SIGNING_SECRET: slack.signingSecret,
    })
    const log = pino({ level: 'silent' })
    connected = openPostgres(database.url ?? '')
    second = await startApp({ ...config, PORT: 0 }, connected, log, {
      now: clock.now,
      paced: false,
    })
  })
  afterAll(async () => {
    await second.stop()
    await connected.close()
    await world.close()
  })

  test('say each morning and each digest once', async () => {
    world.clock.forwardTo(inBerlin('2026-11-24 09:00'))
    await Promise.all([world.app.tick(), second.tick(), world.app.tick(), second.tick()])
    await world.as('dba').waits('@shipshape', '2 things of yours are due today')
    await world.as('reader').waits('#releases', 'Releases, Tue 24 Nov')
    await Promise.all([world.app.tick(), second.tick()])
    await world.settled()
    expect(mornings(world, 'dba')).toHaveLength(1)
    expect(digests(world)).toHaveLength(1)
  })
})
