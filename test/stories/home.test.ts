import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../databases.ts'
import { openWorld, type StoryWorld } from './world.ts'

const channel = '#rel-payments-2-4-0'
const line = '/release new payments 2.4.0 1 dec 16:00 because refunds reach customers the same day'

/** What waits for me, wherever I ask; each chapter goes on where the one before ended. */
describe.each(engines)('what waits for me, on %s', (engine) => {
  let world: StoryWorld
  beforeAll(async () => {
    world = await openWorld(engine, { begins: '2026-11-20 10:00' })
  })
  afterAll(() => world.close())

  const asks = (handle: string, words: string, where: `#${string}` = '#releases') =>
    world.as(handle).run(`/release ${words}`.trim(), { in: where })
  const status = (handle: string) =>
    world
      .as(handle)
      .waits(channel, (shown) => !shown.ephemeral && shown.text.includes('Deployed nothing yet'))

  test('with nothing, it offers to plan a release', async () => {
    const rm = world.as('rm')
    const nothing = await asks('rm', '')
    expect(nothing.text).toContain('Nothing waits for you. /release new plans one.')
    await rm.press(nothing.first, 'Plan a release')
    await rm.waitsForModal('Plan a release')
  })

  test('alone it tells my part, over all releases', async () => {
    await asks('rm', line.replace('/release ', ''))
    await world.settled()
    const mine = await asks('dba', '')
    expect(mine.text).toContain('2 things wait for you')
    expect(mine.text).toContain('payments-2.4.0 · 4 Rehearse the rollback · due')
    expect((await asks('reader', '')).text).toContain('Nothing waits for you. In flight: payments-2.4.0.')
    expect((await asks('dba', 'payments-2.4.0')).text).toContain('payments-2.4.0: preparing')
  })

  test('Home shows it, is drawn again only when it differs, and for nobody else', async () => {
    const api = world.as('api-owner')
    await api.openHome('1 thing waits for you')
    const home = await api.openHome('1 thing waits for you')
    expect(home.text).toContain('payments-2.4.0 · 1 payments-api · due')
    expect(home.text).toContain('In flight')
    expect(home.buttons).toContain('Plan a release')

    await api.press(home, 'Done', { beside: '1 payments-api' })
    await api.waitsAtHome('Nothing waits for you')
    await asks('ledger-owner', 'ready 2 done', channel)
    await world.settled()
    const published = world.slack.calls('views.publish').map(({ args }) => args.user_id)
    expect(published).toEqual([api.id, api.id])
  })

  test('help tells the state, my part and what I may type', async () => {
    const dba = await asks('dba', 'help', channel)
    expect(dba.text).toContain('payments-2.4.0 is preparing, 7 of 9 open. Yours: 4 Rehearse the rollback')
    expect(dba.text).toContain('/release ready 4 done <link or note>')
    expect(dba.text).not.toContain('You run it')
    expect(dba.text).toContain('Threads take no commands: reply there, or use the buttons.')
    expect((await asks('rm', 'help', channel)).text).toContain('You run it:\n/release ')
    expect((await asks('rm', 'help all')).text).toContain('/release rollback <why>')
    expect((await asks('dba', 'help')).text).toContain('2 things wait for you')
  })

  test('check means the readiness list while it prepares', async () => {
    const bare = await asks('dba', 'check', channel)
    expect(bare.text).toBe((await asks('dba', 'ready', channel)).text)
    const done = await asks('ops-lead', 'check 7 done https://example.com/runbook', channel)
    expect(done.text).toContain('7 is done. 6 of 9 open.')
  })

  test('a mention in a thread is answered there, to the one who asked alone', async () => {
    const qa = world.as('qa-lead')
    const card = await status('qa-lead')
    await qa.say(channel, '@shipshape status', { thread: card })
    const answer = await qa.waitsInThread(card, (shown) => shown.ephemeral)
    expect(answer.text).toContain('payments-2.4.0: preparing')
    expect(
      world
        .as('rm')
        .thread(card)
        .filter(({ ephemeral }) => ephemeral),
    ).toEqual([])
    await qa.say(channel, '@shipshape stauts', { thread: card })
    await qa.waitsInThread(card, 'I do not know "stauts". Did you mean status?')
  })

  test('a mention alone shows the status; one that would act offers a button', async () => {
    const ops = world.as('ops-lead')
    const card = await status('ops-lead')
    await ops.say(channel, '@shipshape', { thread: card })
    await ops.waitsInThread(card, (shown) => shown.ephemeral && /payments-2.4.0: preparing/.test(shown.text))
    await ops.say(channel, '@shipshape hold refund errors', { thread: card })
    const offer = await ops.waitsInThread(card, 'A mention shows things and changes nothing.')
    expect((await status('ops-lead')).text).toContain('payments-2.4.0: preparing')
    await ops.press(offer, 'hold')
    await ops.waits(channel, 'payments-2.4.0 is on hold: ops-lead, "refund errors"')
  })
})
