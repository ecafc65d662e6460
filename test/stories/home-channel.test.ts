import { afterAll, beforeAll, expect, test } from 'vitest'
import { castChannels } from '../../scripts/demo/cast.ts'
import { openWorld, type StoryWorld } from './world.ts'

let world: StoryWorld
const rm = () => world.as('rm')
const run = (words: string) => rm().run(`/release ${words}`, { in: '#general' })
const looks = () => world.slack.calls('conversations.list').length
const notices = () =>
  rm()
    .sees('@shipshape')
    .filter(({ text }) => /#releases/.test(text))
const announcements = () =>
  rm()
    .sees('#releases')
    .filter(({ text }) => text.startsWith('payments-2.4.0'))
const digests = () =>
  rm()
    .sees('#releases')
    .filter(({ text }) => text.startsWith('Releases, '))

beforeAll(async () => {
  const channels = [...castChannels, { name: 'launches', members: 'all' as const }]
  world = await openWorld('postgres', { begins: '2026-11-19 10:00', workspace: { channels } })
})
afterAll(() => world.close())

test('#releases is looked for once, whatever is posted there', async () => {
  await run('new payments 2.4.0 1 dec 16:00')
  await rm().waits('#releases', /^payments-2\.4\.0 opens/)
  await world.at('2026-11-20 09:01')
  await rm().waits('#releases', /^Releases, Fri 20 Nov/)
  expect(looks()).toBe(1)
})

test('archived: the release manager is told once, with what to do', async () => {
  await rm().archive('#releases')
  await run('hold payments-2.4.0 staging is down')
  const told = await rm().waits('@shipshape', '#releases is archived: news of releases waits')
  expect(told.text).toContain('invite @shipshape')
  await world.app.tick()
  await world.settled()
  expect(notices()).toHaveLength(1)
})

test('there again: what waited is there, once, and a digest of a day that is past is not', async () => {
  await world.at('2026-11-24 08:45')
  await rm().unarchive('#releases')
  await world.at('2026-11-24 08:59')
  await rm().waits('#releases', /^payments-2\.4\.0 .*hold/)
  await rm().waits('@shipshape', '#releases is there again, with what waited')
  expect(digests()).toHaveLength(1)
  await world.at('2026-11-24 09:01')
  await rm().waits('#releases', /^Releases, Tue 24 Nov/)
  expect(announcements()).toHaveLength(1)
  expect(digests()).toHaveLength(2)
})

test('deleted and made anew: the announcement follows the name', async () => {
  world.slack.admin.deleteChannel('releases')
  await run('resume payments-2.4.0')
  await rm().waits('@shipshape', 'Shipshape finds no #releases: news of releases waits')
  await rm().rename('#launches', 'releases')
  await world.app.tick()
  await rm().waits('#releases', /^payments-2\.4\.0 opens/)
  await world.settled()
  expect(announcements()).toHaveLength(1)
  expect(notices().map(({ text }) => text)).toEqual(
    Array(2).fill('#releases is there again, with what waited'),
  )
})

test('shared with another workspace, which gives it another id: the announcement stays where it is', async () => {
  const before = [notices(), looks()]
  world.slack.admin.changeId('releases')
  await world.settled()
  await run('hold payments-2.4.0 ledger is late')
  await rm().waits('#releases', /^payments-2\.4\.0 .*hold/)
  await run('resume payments-2.4.0')
  await rm().waits('#releases', /^payments-2\.4\.0 opens/)
  expect([notices(), looks()]).toEqual(before)
  expect(announcements()).toHaveLength(1)
})

test('made private with Shipshape in it: nothing changes for anybody in it', async () => {
  const before = notices()
  world.slack.admin.makePrivate('releases', 'rm')
  await run('hold payments-2.4.0 staging is down again')
  await rm().waits('#releases', /^payments-2\.4\.0 .*hold/)
  await world.settled()
  expect(announcements()).toHaveLength(1)
  expect(notices()).toEqual(before)
})

test('private without Shipshape: it waits until it is invited', async () => {
  await rm().removes('#releases', 'shipshape')
  await run('resume payments-2.4.0')
  await run('new ledger 1.9.0 1 dec 18:00')
  const told = await rm().waits('@shipshape', 'Shipshape finds no #releases: news of releases waits')
  expect(told.text).toContain('invite @shipshape')
  await rm().invite('#releases', 'shipshape')
  await world.app.tick()
  await rm().waits('#releases', /^ledger-1\.9\.0 opens/)
})
