import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeLog } from '../../src/log.ts'
import type { Shown } from '../workspace/person/shown.ts'
import { openWorld, type StoryWorld } from './world.ts'

const channel = '#rel-payments-2-4-0'
const release = 'payments-2.4.0'
let world: StoryWorld
let written: Record<string, unknown>[] = []
const log = makeLog('info', [], { write: (line) => void written.push(JSON.parse(line)) })

/** Every line since the act began, of all that follows from it too. */
const lines = async () => {
  await world.settled()
  return written.filter(({ msg }) => msg !== 'no user groups here')
}
const rm = () => world.as('rm')
const by = (handle: string) => ({ person: world.as(handle).id, workspace: 'T0HARBOUR' })
const done = { msg: 'done', level: 30, ms: expect.any(Number) }
const inChannel = (handle: string, what: RegExp) =>
  world.as(handle).waits(channel, ({ ephemeral, text }) => !ephemeral && what.test(text))

beforeAll(async () => {
  world = await openWorld('pglite', { log })
  await rm().run('/release new payments 2.4.0 1 dec 16:00 because refunds the same day', { in: '#releases' })
  await world.at('2026-11-20 17:05')
})
afterAll(() => world.close())
beforeEach(() => {
  written = []
})

describe('an act leaves one line, with release, person and door', () => {
  test('a command, that was done or refused', async () => {
    await rm().run('/release status', { in: channel })
    expect(await lines()).toMatchObject([
      { ...by('rm'), ...done, door: 'command', act: 'command status', release },
    ])
    written = []
    await rm().run('/release ready 12 done', { in: channel })
    expect(await lines()).toMatchObject([
      { ...by('rm'), door: 'command', release, msg: 'rejected', said: expect.stringMatching(/no item 12/) },
    ])
  })

  test('a button, and a form that it opens', async () => {
    const api = world.as('api-owner')
    await api.press(await inChannel('api-owner', /is not ready: /), 'Done', { beside: '1 payments-api' })
    expect(await lines()).toMatchObject([
      {
        ...by('api-owner'),
        ...done,
        door: 'button',
        act: 'action readiness.done',
        release,
        changed: ['itemDone'],
      },
    ])
    written = []
    await rm().run('/release vote open until tue 12:00', { in: channel })
    const form = await rm().waitsForModal('Open the vote')
    await form.fill({ 'Why open it undone?': 'staging is back tonight' })
    await form.submit()
    expect(await lines()).toMatchObject([
      { ...done, door: 'command', act: 'command vote', release },
      { ...by('rm'), ...done, door: 'form', act: 'form votes.open', release, changed: ['voteOpened'] },
    ])
  })

  test('a reply in the vote’s thread, that counts or is refused', async () => {
    const qa = world.as('qa-lead')
    const card: Shown = await inChannel('qa-lead', /^Vote on/)
    await qa.say(channel, 'go', { thread: card })
    const heard = { ...by('qa-lead'), door: 'thread', act: 'event message', release }
    expect(await lines()).toMatchObject([{ ...heard, ...done, changed: ['ballotCast'] }])
    await rm().run('/release vote cancel too early', { in: channel })
    await world.settled()
    written = []
    await qa.say(channel, '-1 the load test', { thread: card })
    expect(await lines()).toMatchObject([{ ...heard, msg: 'rejected', said: expect.any(String) }])
  })

  test('a mention, Home, and a message that is pointed at', async () => {
    await rm().say('#releases', '@shipshape status payments')
    expect(await lines()).toMatchObject([{ ...by('rm'), ...done, door: 'mention', act: 'mention', release }])
    written = []
    await rm().openHome()
    expect(await lines()).toMatchObject([
      { ...by('rm'), ...done, door: 'home', act: 'event app_home_opened' },
    ])
    written = []
    const said = await rm().say(channel, 'Support is briefed')
    await rm().shortcut(said, 'Add to timeline')
    expect(await lines()).toMatchObject([
      {
        ...by('rm'),
        ...done,
        door: 'shortcut',
        act: 'shortcut add_to_timeline',
        release,
        changed: ['noted'],
      },
    ])
  })

  test('the clock, in nobody’s name', async () => {
    await rm().run('/release new ledger 1.9.0 1 dec 18:00', { in: '#releases' })
    const changes = (await lines()).filter(({ job }) => job !== undefined)
    expect(changes.length).toBeGreaterThan(0)
    for (const line of changes)
      expect(line).toMatchObject({ ...done, person: null, door: 'timer', release: 'ledger-1.9.0' })
  })
})

test('what breaks leaves one line more, under the reference that the person is told', async () => {
  const stop = world.slack.before('views.open', () => ({ status: 500, body: {} }))
  await rm().run('/release new', { in: '#releases' })
  const { text } = await rm().waits('#releases', 'Something broke')
  stop()
  expect((await lines()).slice(1)).toMatchObject([
    { ...by('rm'), door: 'command', act: 'command new', level: 50, ref: /ref (\w{4})/.exec(text)?.[1] },
  ])
})
