import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../databases.ts'
import { channel, openLate, planned } from './by-the-rules.ts'
import type { StoryWorld } from './world.ts'

describe.each(engines)('the timeline on %s', (engine) => {
  let world: StoryWorld
  beforeAll(async () => {
    world = await openLate(engine)
    await planned(world)
  }, 60_000)
  afterAll(() => world.close())

  const shows = async (handle = 'rm') =>
    (await world.as(handle).run('/release timeline', { in: channel })).text

  test('tells what happened, newest first, and acts on nothing', async () => {
    const [line = '', ...entries] = (await shows()).split('\n')
    expect(line).toMatch(/^payments-2\.4\.0: \d+ entries, newest first$/)
    expect(entries.at(-1)).toMatch(/rm planned it for .*: "refunds reach customers the same day" · command$/)
    expect(entries.join('\n')).toMatch(/preparing began · command/)
    expect(await shows()).toBe([line, ...entries].join('\n'))
  })

  test('takes a note', async () => {
    const { text } = await world.as('ops-lead').run('/release timeline add the CDN was slow', { in: channel })
    expect(text).toContain('It is on the timeline of payments-2.4.0.')
    expect(await shows()).toContain('ops-lead noted "the CDN was slow" · command')
  })

  test('takes a message that somebody points at, once', async () => {
    const [rm, dba] = [world.as('rm'), world.as('dba')]
    const said = await dba.say(channel, 'replication lags by *40 s* <!channel>')
    await rm.shortcut(said, 'Add to timeline')
    await rm.waits(channel, (shown) => shown.ephemeral && shown.text.includes('It is on the timeline of'))
    expect(await shows()).toMatch(/rm noted "replication lags by .*40 s.* of dba, the message · shortcut/)
    await rm.shortcut(said, 'Add to timeline')
    await rm.waits(channel, (shown) => shown.ephemeral && shown.text.includes('on the timeline already'))
  })

  test('does not know whose a message elsewhere is', async () => {
    const rm = world.as('rm')
    const said = await rm.say('#releases', 'hello')
    await rm.shortcut(said, 'Add to timeline')
    await rm.waits('#releases', (shown) => shown.ephemeral && shown.text.includes('in no release’s channel'))
  })

  test('says how a note is added when it reads something else', async () => {
    const { text } = await world.as('rm').run('/release timeline the CDN was slow', { in: channel })
    expect(text).toContain('/release timeline add the CDN was slow')
  })
})
