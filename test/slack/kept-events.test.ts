import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { TryLater } from '../../src/jobs/job.ts'
import { slackEvents } from '../../src/slack/tables.ts'
import { sendByHttp } from '../workspace/delivery/http.ts'
import { breakDown } from './echo.ts'
import { type EchoWorld, openEcho } from './echo-world.ts'

describe.each(['http', 'socket'] as const)('an event by %s', (transport) => {
  let world: EchoWorld
  beforeEach(async () => {
    world = await openEcho({ transport, workspace: { retries: [0, 100, 200] } })
  })
  afterEach(() => world.close())

  const mention = (words: string) => world.as('rm').say('#releases', `@shipshape ${words}`)
  const heard = (times: number) =>
    vi.waitFor(() => expect(world.echo.heard).toHaveLength(times), { timeout: 10_000 })
  const kept = () => world.database.db.select().from(slackEvents)
  const deliveries = () => world.slack.traffic.deliveries('app_mention')

  test('reaches its listener once, with who caused it, and its words are forgotten then', async () => {
    await mention('status')
    await world.slack.until(() => deliveries()[0]?.ack?.ok)
    await world.settled()
    expect(world.echo.heard).toMatchObject([{ by: world.as('rm').id, door: 'mention' }])
    expect(await kept()).toMatchObject([{ body: null, handled: expect.any(Date) }])
  })

  test('is tried again when its listener fails', async () => {
    let tries = 0
    world.answers(() => (tries++ === 0 ? breakDown() : undefined))
    await mention('status')
    await heard(2)
    expect(deliveries()).toHaveLength(1)
  })

  test('that could not be kept is not acknowledged, so that Slack sends it again', async () => {
    await world.database.db.execute(sql`alter table slack_events rename to elsewhere`)
    await mention('status')
    await world.slack.until(() => deliveries()[0]?.ack)
    expect(deliveries()[0]?.ack?.ok).toBe(false)
    await world.database.db.execute(sql`alter table elsewhere rename to slack_events`)
    await heard(1)
  })

  test('that nobody wants is acknowledged and never stored', async () => {
    await mention('psst')
    await world.as('rm').say('#releases', 'lunch?')
    await world.slack.until(() => deliveries()[0]?.ack?.ok)
    await world.settled()
    expect(await kept()).toEqual([])
  })
})

test('an event of somebody from another workspace is kept under our own', async () => {
  const world = await openEcho()
  world.slack.admin.welcome({ handle: 'nils', name: 'Nils Berg', zone: 'Europe/Oslo', team: 'T0FJORD' })
  await world.as('rm').invite('#releases', 'nils')
  await world.as('nils').say('#releases', '@shipshape status')
  await world.slack.until(() => world.slack.traffic.deliveries('app_mention')[0]?.ack?.ok)
  await world.settled()
  const kept = await world.database.db.select().from(slackEvents)
  expect(new Set(kept.map(({ workspace }) => workspace))).toEqual(new Set([world.slack.world.team.id]))
  await world.close()
})

test('an event whose listener asks for later is tried again then, as often as it takes', async () => {
  const world = await openEcho()
  world.answers(() => {
    if (world.echo.heard.length < 12) throw new TryLater(0, 'Slack is busy')
    return undefined
  })
  await world.as('rm').say('#releases', '@shipshape status')
  await vi.waitFor(() => expect(world.echo.heard).toHaveLength(12), { timeout: 20_000 })
  await world.close()
})

test('an event that Slack delivers twice is handled once', async () => {
  const world = await openEcho()
  await world.as('rm').say('#releases', '@shipshape status')
  await world.slack.until(() => world.slack.traffic.deliveries('app_mention')[0]?.ack?.ok)
  const [{ payload } = expect.fail('it was delivered')] = world.slack.traffic.deliveries('app_mention')
  const again = {
    type: 'event' as const,
    name: 'app_mention',
    payload,
    retry: { num: 1, reason: 'http_timeout' },
  }
  const url = `http://127.0.0.1:${world.app.port}/slack/events`
  expect(await sendByHttp(world.slack.world, url, again)).toMatchObject({ ok: true })
  await world.settled()
  expect(world.echo.heard).toHaveLength(1)
  await world.close()
})
