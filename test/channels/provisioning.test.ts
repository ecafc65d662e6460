import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { castChannels } from '../../scripts/demo/cast.ts'
import { openWorld, type StoryWorld, type WorldOptions } from '../stories/world.ts'

const channel = '#rel-payments-2-4-0'
let world: StoryWorld
afterEach(() => world.close())

const rm = () => world.as('rm')
const run = (words: string, place: `#${string}` = '#releases') => rm().run(`/release ${words}`, { in: place })

/** Waits for the channel and for words in it. */
async function appears(words: string, place: `#${string}` = channel) {
  const isThere = ({ name }: { name: string }) => name === place.slice(1)
  await world.slack.until(() => [...world.slack.world.channels.values()].some(isThere))
  return rm().waits(place, words)
}

/** Planned and preparing at once: the target is nearer than the lead time. */
async function prepared(options: WorldOptions = {}, line = 'new payments 2.4.0 1 dec 16:00') {
  world = await openWorld('postgres', { begins: '2026-11-23 10:00', ...options })
  await run(line)
  await world.settled()
}

test('a release gets its channel, with people, topic, bookmarks and one pinned card', async () => {
  await prepared()
  const made = [...world.slack.world.channels.values()].find(({ name }) => name === channel.slice(1))
  expect(made?.members).toContain(world.as('sec-second').id)
  expect(made?.members).not.toContain(world.as('reader').id)
  expect(made?.topic.value).toBe('payments-2.4.0 · preparing · opens Tue 1 Dec, 16:00 Berlin · run by rm')
  expect(made?.bookmarks.map(({ title }) => title)).toEqual([
    'payments-api',
    'payments-ledger',
    'checkout-web',
  ])
  const card = await rm().waits(channel, 'payments-2.4.0: preparing')
  expect(made?.pins.map(({ ts }) => ts)).toEqual([card.ts])
})

test('a bookmark whose answer was lost is not added again', async () => {
  world = await openWorld('postgres', { begins: '2026-11-23 10:00' })
  world.slack.faults.nextCall('bookmarks.add', { kind: 'server_error', status: 503, done: true })
  await run('new payments 2.4.0 1 dec 16:00')
  await world.slack.answered('bookmarks.add', 3)
  const made = [...world.slack.world.channels.values()].find(({ name }) => name === channel.slice(1))
  await world.slack.until(() => made?.bookmarks.some(({ title }) => title === 'checkout-web'))
  expect(made?.bookmarks).toHaveLength(3)
})

test('a name that an archived channel holds stays taken, so the next is used', async () => {
  world = await openWorld('postgres', {
    begins: '2026-11-23 10:00',
    workspace: { channels: [...castChannels, { name: channel.slice(1), members: ['rm'] }] },
  })
  await rm().archive(channel)
  await run('new payments 2.4.0 1 dec 16:00')
  await appears('payments-2.4.0: preparing', '#rel-payments-2-4-0-2')
})

test('a name at its limit fits into Slack, on every surface', async () => {
  const version = `2.4.0-${'x'.repeat(44)}`
  await prepared({}, `new payments ${version} 1 dec 16:00 because ${'why '.repeat(70)}`)
  await rm().waits(`#rel-payments-2-4-0-${'x'.repeat(44)}`, `payments-${version}: preparing`)
  expect((await run('status')).text).toContain(`payments-${version}: preparing`)
  expect((await run(`new payments ${version}x 1 dec 16:00`)).text).toContain('is no version')
})

test('without bookmarks the channel works, and who runs the release is told what is missing', async () => {
  world = await openWorld('postgres', { begins: '2026-11-23 10:00' })
  world.slack.before('bookmarks.add', () => ({ body: { ok: false, error: 'permission_denied' } }))
  await run('new payments 2.4.0 1 dec 16:00')
  await appears('payments-2.4.0: preparing')
  const told = await rm().waits('@shipshape', 'payments-2.4.0: its channel works, without bookmarks')
  expect(told.text).toContain('bookmarks: Slack says permission_denied')
  expect(
    rm()
      .sees('@shipshape')
      .filter(({ text }) => text.includes('works, without')),
  ).toHaveLength(1)
})

test('without a channel the release works, and gets one when it may', async () => {
  world = await openWorld('postgres', { begins: '2026-11-23 10:00' })
  const allow = world.slack.before('conversations.create', () => ({
    body: { ok: false, error: 'restricted_action' },
  }))
  await run('new payments 2.4.0 1 dec 16:00')
  const told = await rm().waits('@shipshape', 'payments-2.4.0 has no channel, and works without')
  expect(told.text).toContain('channel: Slack says restricted_action')
  await rm().waits('#releases', 'payments-2.4.0 opens')
  expect((await world.as('api-owner').run('/release ready 1 done', { in: '#releases' })).text).toContain(
    '1 is done.',
  )
  await world.app.tick()
  await world.settled()
  expect(world.slack.calls('conversations.create')).toHaveLength(1)

  allow()
  await rm().press(told, 'Try again')
  await appears('payments-2.4.0: preparing')
  await rm().waits(channel, 'payments-2.4.0 is not ready: 8 of 9 open')
})

test('a channel whose making was never answered is found, not made twice', async () => {
  world = await openWorld('postgres', { begins: '2026-11-23 10:00' })
  const stop = world.slack.after('conversations.create', () => {
    stop()
    return 'drop'
  })
  await run('new payments 2.4.0 1 dec 16:00')
  await appears('payments-2.4.0: preparing')
  const names = [...world.slack.world.channels.values()].map(({ name }) => name)
  expect(names.filter((name) => name.startsWith('rel-'))).toEqual([channel.slice(1)])
})

test('one that Slack could not make for so long that it was given up is made when Slack is back', async () => {
  world = await openWorld('postgres', { begins: '2026-11-23 10:00' })
  const back = world.slack.before('conversations.create', () => ({
    body: { ok: false, error: 'internal_error' },
  }))
  await run('new payments 2.4.0 1 dec 16:00')
  await world.slack.answered('conversations.create')
  back()
  await world.settled()
  await world.database.db.execute(sql`delete from pgboss.job where name like 'provision.%'`)
  await world.app.tick()
  await appears('payments-2.4.0: preparing')
})

test('some days after the end it goes to the archive, and what is shown elsewhere goes on', async () => {
  await prepared()
  const asked = await run('cancel merged into 2.5.0', channel)
  await rm().press(asked.first, 'Cancel it')
  await rm().waits(channel, 'payments-2.4.0: cancelled')
  await world.at('2026-11-26 11:00')
  const made = [...world.slack.world.channels.values()].find(({ name }) => name === channel.slice(1))
  expect(made?.archived).toBe(true)
  expect((await run('status payments-2.4.0')).text).toContain('payments-2.4.0: cancelled')
})
