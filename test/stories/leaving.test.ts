import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type StoryWorld } from './world.ts'

const channel = '#rel-payments-2-4-0'
let world: StoryWorld
let manifest: string
const rm = () => world.as('rm')
const toldTo = (handle: string, words: string) =>
  world
    .as(handle)
    .sees('@shipshape')
    .filter(({ text }) => text.includes(words))
const readiness = (words: string | RegExp) =>
  rm().waits(channel, ({ text }) => text.includes('not ready') && new RegExp(words).test(text))
const opens = (handle: string) => {
  const { id } = world.as(handle)
  return world.slack.calls('conversations.open').filter(({ args }) => args.users === id)
}

/** The repository's own products, of which Product is filled by a user group. */
function withGroup(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shipshape-'))
  cpSync('manifest', folder, { recursive: true })
  const file = join(folder, 'products.yml')
  const written = readFileSync(file, 'utf8')
  writeFileSync(file, written.replaceAll('Web: [web-owner@example.com]', "Web: ['@payments-team']"))
  return folder
}

beforeAll(async () => {
  manifest = withGroup()
  world = await openWorld('postgres', { begins: '2026-11-20 20:00', manifest })
  await rm().run('/release new payments 2.4.0 1 dec 16:00', { in: '#releases' })
  await world.settled()
  await readiness('9 of 9 open')
})
afterAll(async () => {
  await world.close()
  rmSync(manifest, { recursive: true })
})

test('deactivated: what was theirs has no owner, and who runs it is told once', async () => {
  world.slack.admin.change('dba', { deleted: true })
  await readiness(/No owner[\s\S]*4 Rehearse the rollback · Data/)
  const told = await rm().waits('@shipshape', 'payments-2.4.0: nobody fills Data')
  expect(told.text).toContain('4 Rehearse the rollback · Data has no owner')
  await rm().run('/release ready 9 skip nobody is on call', { in: channel })
  await world.settled()
  expect(toldTo('rm', 'nobody fills Data')).toHaveLength(1)
})

test('nobody writes to them any more', async () => {
  const before = opens('dba').length
  await world.at('2026-11-25 09:01')
  expect(toldTo('dba', 'of yours')).toEqual([])
  expect(opens('dba')).toHaveLength(before)
})

test('a role of several passes to the other one', async () => {
  world.slack.admin.change('sec-lead', { deleted: true })
  await world.settled()
  expect(toldTo('rm', 'nobody fills Security')).toEqual([])
})

test('a group that was emptied leaves its role to nobody, told once; filled again, that is settled', async () => {
  world.slack.admin.regroup('payments-team', [])
  const told = await rm().waits('@shipshape', 'payments-2.4.0: nobody fills Web')
  world.slack.admin.regroup('payments-team', ['web-owner'])
  const settled = await rm().waits('@shipshape', 'payments-2.4.0: Web is filled again')
  expect(settled.ts).toBe(told.ts)
  await readiness('3 checkout-web · web-owner')
  expect(settled.buttons).toEqual([])
})

test('somebody whom Slack refuses before it told that they left is not tried for ever', async () => {
  const { id } = world.as('support-lead')
  const refuse = { body: { ok: false, error: 'user_disabled' } }
  world.slack.before('conversations.open', ({ args }) => (args.users === id ? refuse : undefined))
  const before = opens('support-lead').length
  await world.at('2026-11-27 15:30')
  await rm().waits('@shipshape', 'payments-2.4.0: nobody fills Support')
  await world.app.tick()
  await world.settled()
  expect(opens('support-lead').length).toBe(before + 1)
})

test('what was written to somebody is let be once they have left', async () => {
  await rm().run('/release vote open because it is urgent', { in: channel })
  await (await rm().waitsForModal('Open the vote')).submit()
  const { channel: theirs } = await world.as('qa-lead').waits('@shipshape', 'Your vote for Quality')
  const edits = () => world.slack.calls('chat.update').filter(({ args }) => args.channel === theirs)
  await world.settled()
  const before = edits().length
  world.slack.admin.change('qa-lead', { deleted: true })
  await rm().waits('@shipshape', 'nobody fills Quality')
  await rm().run('/release vote cancel it was too early', { in: channel })
  await world.settled()
  expect(edits()).toHaveLength(before)
})
