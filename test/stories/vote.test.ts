import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { engines } from '../databases.ts'
import type { Shown } from '../workspace/person/shown.ts'
import { channel, openLate, planned } from './by-the-rules.ts'
import type { StoryWorld } from './world.ts'

/** From the question to a go that is lost again; each chapter goes on where the one before ended. */
describe.each(engines)('voting on %s', (engine) => {
  let world: StoryWorld
  beforeAll(async () => {
    world = await openLate(engine)
    await planned(world)
    await world.at('2026-11-30 15:00')
  }, 120_000)
  afterAll(() => world.close())

  const runs = async (handle: string, command: string) =>
    (await world.as(handle).run(`/release ${command}`, { in: channel })).text
  const isCard = ({ ephemeral, text }: Shown) => !ephemeral && /^(Vote on|Go:|No-go:) payments/.test(text)
  const card = async (handle: string) => {
    await world.settled()
    return world.as(handle).waits(channel, isCard)
  }
  const sees = async (words: string) => {
    await world.settled()
    return world.as('rm').waits(channel, (shown) => isCard(shown) && shown.text.includes(words))
  }
  const told = (handle: string, words: string) => world.as(handle).waits('@shipshape', words)
  const answer = (handle: string, words: string) =>
    world.as(handle).waits(channel, (shown) => shown.ephemeral && shown.text.includes(words))
  const privately = async (handle: string, words: string) =>
    world
      .as(handle)
      .waitsInThread(await card(handle), (shown) => shown.ephemeral && shown.text.includes(words))
  const replies = async (handle: string, text: string) =>
    world.as(handle).say(channel, text, { thread: await card(handle) })
  const counted = (reply: Shown, handle: string) =>
    world.slack.until(() => world.as(handle).again(reply).reactions.includes('white_check_mark'))

  /** Resolves when what was said has been listened to, whatever came of it. */
  const heard = async ({ ts }: Shown) => {
    const told = () =>
      world.slack.traffic.deliveries('message').filter(({ payload }) => JSON.stringify(payload).includes(ts))
    await world.slack.until(() => told().some(({ ack }) => ack?.ok))
    const due = sql`(select 1 from pgboss.job where name like 'slack-event.%'
      and state in ('created', 'retry', 'active') and start_after <= now()) as due`
    await vi.waitFor(async () => expect(await world.database.db.$count(due)).toBe(0), 20_000)
  }

  test('nothing can be answered before it opens; opening it undone takes a reason, and names whom it asks', async () => {
    const rm = world.as('rm')
    expect(await runs('qa-lead', 'go')).toContain(
      'No vote is open; it opens when everything required is ready.',
    )
    expect(await runs('qa-lead', 'vote open')).toContain('Only rm or an admin opens the vote')
    await runs('rm', 'vote open until tue 12:00')
    const form = await rm.waitsForModal('Open the vote')
    expect(form.texts.join('\n')).toContain(
      'asks sec-lead, sec-second, qa-lead, ops-lead, payments-lead and support-lead',
    )
    expect(form.texts.join('\n')).toContain('Not done 1 payments-api, 2 payments-ledger')
    await form.submit()
    expect(form.errors).toHaveProperty('Why open it undone?')
    await form.fill({ 'Why open it undone?': 'staging is back tonight' })
    await form.submit()
    await form.closeAll()

    const shown = await sees('rm opened anyway: "staging is back tonight"')
    expect(shown.text).toContain(
      'Vote on payments-2.4.0: Security, Quality, Operations and Product are awaited',
    )
    expect(shown.buttons).toEqual([
      'Go',
      'No-go…',
      '▾ > Abstain',
      '▾ > Close the vote…',
      '▾ > Cancel the vote…',
    ])
    expect(shown.pings).toEqual([])
  })

  test('each voter is asked once, in a direct message, and answers there with one tap', async () => {
    const qa = world.as('qa-lead')
    const ask = await told('qa-lead', 'Your vote for Quality on payments-2.4.0')
    expect(ask.pings).toEqual(['qa-lead'])
    await qa.press(ask, 'Go')
    await told('qa-lead', 'Counted for Quality.')
    await world.settled()
    expect(qa.again(ask).text).toContain('You said go for Quality')
    await sees('Go Quality · qa-lead')

    const inNewYork = await told('sec-second', 'Your vote for Security')
    expect(inNewYork.text).toContain('06:00')
  })

  test('a reply that is wholly an answer counts and gets its mark; talk does not', async () => {
    const payments = world.as('payments-lead')
    const talk = await replies('payments-lead', 'when is lunch?')
    await counted(await replies('payments-lead', 'go'), 'payments-lead')
    const shown = await sees('Go Product · payments-lead')
    expect(payments.again(talk).reactions).toEqual([])
    expect(payments.thread(shown).filter(({ ephemeral }) => ephemeral)).toEqual([])
  })

  test('a reply that only begins like one is asked about, and seen by nobody else', async () => {
    const ops = world.as('ops-lead')
    const reply = await replies('ops-lead', 'go but only after the fix')
    const question = await privately('ops-lead', '"go but only after the fix": a condition?')
    expect(
      world
        .as('rm')
        .thread(question)
        .some(({ ephemeral }) => ephemeral),
    ).toBe(false)
    expect((await card('rm')).text).toContain('Awaited Operations')
    await ops.press(question, 'Go, with that note')
    await sees('Go Operations · ops-lead: "but only after the fix"')
    await counted(reply, 'ops-lead')
  })

  test('an edited reply is read again; a deleted one takes nothing back', async () => {
    const sec = world.as('sec-lead')
    const reply = await replies('sec-lead', 'no-go: token in the logs')
    await counted(reply, 'sec-lead')
    await sees('No-go Security · sec-lead: "token in the logs"')
    await sec.edit(reply, 'no-go: token in the logs, fix is in review')
    await sees('"token in the logs, fix is in review"')
    await sec.deletes(reply)
    await world.settled()
    expect((await card('rm')).text).toContain('No-go Security · sec-lead')
    const ask = await told('rm', 'No-go for Security on payments-2.4.0: sec-lead')
    expect(ask.text).toContain('fix is in review')
    expect(
      world
        .as('rm')
        .pings()
        .filter(({ text }) => text.includes('No-go for Security')),
    ).toHaveLength(1)
  })

  test('without a role one may advise, guests read along; a missing reason is asked for, a hostile one does no harm', async () => {
    const reader = world.as('dba')
    await reader.press(await card('dba'), 'Go')
    const refused = await answer('dba', 'In the thread your word stands as advice.')
    await reader.press(refused, 'Go, as advice')
    await sees('Advice dba: go')
    expect(await runs('dba', 'go for security')).toContain(
      'Only Security answers this: sec-lead and sec-second.',
    )
    const guest = await world.as('visitor').run('/release go payments-2.4.0', { in: '#general' })
    expect(guest.text).toContain('Guests read along here')
    expect(await runs('qa-lead', 'no-go')).toContain('Why no-go? Your reason is what gets it fixed.')
    await replies('support-lead', 'no-go')
    const why = await privately('support-lead', 'Like: no-go: checkout is red')
    await world.as('support-lead').press(why, 'No-go…')
    const form = await world.as('support-lead').waitsForModal('No-go')
    await form.fill({ 'Why no-go?': `<!channel> @here *b* ${'x'.repeat(300)}` })
    await form.submit()
    await form.closeAll()
    const shown = await sees('Advice Support · support-lead: no-go')
    expect(shown.pings).toEqual([])
  })

  test('a new revision asks those who said go, once; their go counts again when they say so', async () => {
    const ledger = world.as('ledger-owner')
    await ledger.run('/release scope payments-ledger 4be77d1', { in: channel })
    const again = await told('qa-lead', 'payments-ledger changed after your go. Still go?')
    await ledger.run('/release scope payments-ledger 5c0ffee', { in: channel })
    await sees('Again Quality · qa-lead said go before payments-ledger changed')
    expect(
      world
        .as('qa-lead')
        .pings()
        .filter(({ fallback }) => fallback.includes('Still go?')),
    ).toHaveLength(1)
    for (const handle of ['qa-lead', 'payments-lead', 'ops-lead'])
      await world.as(handle).press(await told(handle, 'Still go?'), 'Still go')
    await world.settled()
    expect(world.as('qa-lead').again(again).buttons).not.toContain('Still go')
    expect((await card('rm')).text).toContain('no-go from Security')
  })

  test('undo, and a second click, leave one answer', async () => {
    const qa = world.as('qa-lead')
    const changed = await qa.run('/release no-go checkout is red', { in: channel })
    expect(changed.text).toContain('Counted for Quality. rm knows.')
    await qa.press(changed.first, 'Undo')
    await answer('qa-lead', 'Taken back. Your go of before stands again.')
    const shown = await card('qa-lead')
    await Promise.all([qa.press(shown, 'Go'), qa.press(shown, 'Go')])
    await world.settled()
    expect((await card('rm')).text.split('qa-lead')).toHaveLength(2)
  })

  test('the go that settles it closes the vote, tells the channel and pings who starts it', async () => {
    await world.at('2026-12-01 10:05')
    const stale = await card('ops-lead')
    expect(await runs('sec-lead', 'go fix is in')).toBe('Counted for Security. Go is decided: 4 of 4.')
    const decided = await world.as('rm').waits(channel, 'Go for payments-2.4.0: 4 of 4')
    expect(decided.broadcast).toBe(true)
    expect(decided.pings).toEqual(['rm'])
    const shown = await sees('Go: payments-2.4.0, decided')
    expect(shown.ts).toBe(stale.ts)
    expect(shown.buttons).toEqual([])
    const ask = await world.as('ops-lead').waits('@shipshape', 'You said go for Operations.')
    expect(ask.buttons).toEqual([])
    expect(await runs('sec-lead', 'no-go late')).toContain('No vote is open: go was decided Tue 10:05.')
  })

  test('a change after the go asks everyone again', async () => {
    await world.as('ledger-owner').run('/release scope payments-ledger 6d15ea5', { in: channel })
    const lost = await world.as('rm').waits(channel, 'does not count any more: payments-ledger changed.')
    expect(lost.pings).toEqual(['rm'])
    await world.settled()
    expect(await runs('rm', 'status')).toContain('payments-2.4.0: preparing')
    expect(await runs('rm', 'start')).toContain('is preparing; it starts after a go.')
    expect(await runs('rm', 'vote')).toContain('Round 1: go')
  })

  test('a vote can be cancelled with a reason; silence at the close is a no-go', async () => {
    const rm = world.as('rm')
    await runs('rm', 'vote open until 12:00 because the fix is small')
    const form = await rm.waitsForModal('Open the vote')
    expect(form.fields['Why open it undone?']).toBe('the fix is small')
    await form.submit()
    await form.closeAll()
    const second = await rm.waits(channel, ({ text }) => text.includes('Round 2.'))
    await rm.press(second, '▾ > Cancel the vote…')
    const why = await rm.waitsForModal('Cancel the vote')
    await why.fill({ 'Why?': 'wrong revision' })
    await why.submit()
    await why.closeAll()
    await rm.waits(channel, 'rm: "wrong revision"')

    await runs('rm', 'vote open until 12:00 because the fix is small')
    const third = await rm.waitsForModal('Open the vote')
    const posted = world.slack.hold('chat.postMessage', 'after work', ({ args }) =>
      /^Vote on/.test(`${args.text}`),
    )
    await third.submit()
    await third.closeAll()
    // Somebody is quicker than the answer that the card is there.
    await posted.reached
    const quick = await world
      .as('qa-lead')
      .say(channel, 'go', { thread: await rm.waits(channel, ({ text }) => text.includes('Round 3.')) })
    await heard(quick)
    posted.release()
    await counted(quick, 'qa-lead')
    await world.at('2026-12-01 12:00')
    const over = await rm.waits(
      channel,
      'No-go for payments-2.4.0: Security, Operations and Product were silent.',
    )
    expect(over.text).toContain('cannot hold. New target?')
    expect(over.buttons).toEqual(['Move…', 'Open the vote…'])
  })
})
