import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type StoryWorld } from './world.ts'

const channel = '#rel-payments-2-4-0'
const renamed = '#refunds-launch'
let world: StoryWorld
const rm = () => world.as('rm')
const cards = (place: `#${string}`, words: string) =>
  rm()
    .sees(place)
    .filter(({ text, ephemeral }) => !ephemeral && text.includes(words))
const notices = () =>
  rm()
    .sees('@shipshape')
    .flatMap(({ text }) => /^payments-2\.4\.0: its channel .*/.exec(text) ?? [])
const made = () => [...world.slack.world.channels.values()].find(({ name }) => name === renamed.slice(1))
const topic = () => made()?.topic.value
/** Tasks that failed and are tried again. */
const tried = () => world.database.db.execute(sql`select name from pgboss.job where state = 'retry'`)
const edits = () => world.slack.calls('chat.update').length

beforeAll(async () => {
  world = await openWorld('postgres', { begins: '2026-11-20 20:00' })
  await rm().run('/release new payments 2.4.0 1 dec 16:00', { in: '#releases' })
  await world.settled()
})
afterAll(() => world.close())

test('renamed: it stays the channel of its release', async () => {
  await rm().rename(channel, 'refunds-launch')
  await rm().run('/release hold staging is down', { in: renamed })
  await world.settled()
  expect(cards(renamed, 'payments-2.4.0: on hold')).toHaveLength(1)
})

test('archived: who runs it is told once, its cards stay as they were, everything else goes on', async () => {
  await world.as('sec-lead').archive(renamed)
  const told = await rm().waits('@shipshape', 'payments-2.4.0: its channel is archived')
  expect(told.text).toContain('Unarchive #refunds-launch, and they are right again at once.')
  await rm().run('/release resume payments-2.4.0', { in: '#general' })
  await world.settled()
  await rm().waits('#releases', /^payments-2\.4\.0 opens/)
  const tries = edits()
  await world.app.tick()
  await world.settled()
  expect(edits()).toBe(tries)
  expect(notices()).toEqual(['payments-2.4.0: its channel is archived'])
})

test('there again: its cards are right at once, and what was told is settled', async () => {
  await rm().unarchive(renamed)
  await world.settled()
  expect(cards(renamed, 'payments-2.4.0: preparing')).toHaveLength(1)
  expect(topic()).toContain('payments-2.4.0 · preparing · opens')
  expect(notices()).toEqual(['payments-2.4.0: its channel is there again'])
})

test('archived and brought back without a word of it: Shipshape sees it with the next changes', async () => {
  Object.assign(made() ?? {}, { archived: true })
  await rm().run('/release hold payments-2.4.0 staging is slow', { in: '#general' })
  await world.settled()
  expect(notices().at(-1)).toBe('payments-2.4.0: its channel is archived')
  Object.assign(made() ?? {}, { archived: false })
  await rm().run('/release resume payments-2.4.0', { in: '#general' })
  await world.settled()
  expect(notices()).toEqual(Array(2).fill('payments-2.4.0: its channel is there again'))
})

test('shared with another workspace, which gives it another id: it stays the channel of its release', async () => {
  world.slack.admin.changeId('refunds-launch')
  await world.settled()
  await rm().run('/release hold refund errors', { in: renamed })
  await world.settled()
  expect(cards(renamed, 'payments-2.4.0: on hold')).toHaveLength(1)
})

test('without Shipshape: who runs it is told once, and a new card waits until it is invited', async () => {
  const before = notices().length
  await rm().removes(renamed, 'shipshape')
  const told = await rm().waits('@shipshape', 'payments-2.4.0: Shipshape is not in its channel')
  expect(told.text).toContain('Invite @shipshape to #refunds-launch, and what waits is posted at once.')
  await rm().run('/release resume payments-2.4.0', { in: '#general' })
  await rm().run('/release vote open because it is urgent', { in: renamed })
  await (await rm().waitsForModal('Open the vote')).submit()
  await world.settled()
  expect(cards(renamed, 'Vote on payments-2.4.0')).toEqual([])
  expect(await tried()).toHaveLength(0)
  await rm().invite(renamed, 'shipshape')
  await world.settled()
  expect(cards(renamed, 'Vote on payments-2.4.0')).toHaveLength(1)
  expect(notices()).toHaveLength(before + 1)
})

test('made private and without Shipshape: that looks gone, and is right again when it is invited', async () => {
  world.slack.admin.makePrivate(renamed.slice(1), 'rm')
  await rm().removes(renamed, 'shipshape')
  await world.as('qa-lead').run('/release go', { in: renamed })
  await world.settled()
  await rm().invite(renamed, 'shipshape')
  await world.settled()
  expect(cards(renamed, 'Go Quality · qa-lead')).toHaveLength(1)
})
