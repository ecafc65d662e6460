import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { channel } from './by-the-rules.ts'
import { unchanged } from './unchanged.ts'
import { openWorld, type StoryWorld } from './world.ts'

/** What somebody may write: pings, links, marks, other alphabets, direction, emoji, several lines. */
const hostile =
  '<!channel> @here <@U0RM> #general *b* _i_ ~s~ `c` &amp; <https://evil.example|bank>\n> שלום 👩‍👩‍👧 \u202Eabc'
const long = `${'word '.repeat(999)}end`
const tooLong = /That has 4,998 characters, and \d+ fit\. Put the rest behind a link\./

let world: StoryWorld
beforeAll(async () => {
  world = await openWorld('postgres')
})
afterAll(() => world.close())

const run = (who: string, words: string, place: `#${string}` = channel) =>
  world.as(who).run(`/release ${words}`, { in: place })

/** Everything that Shipshape ever said in channels and direct messages. */
const said = () =>
  [...world.slack.world.channels.values()].flatMap(({ name, messages }) =>
    messages.filter(({ byApp, subtype }) => byApp && !subtype).map((message) => ({ name, ...message })),
  )

/** No message of Shipshape's carries a token, a mark or a ping that somebody typed. */
async function harmless() {
  await world.settled()
  expect(JSON.stringify(said())).toContain('שלום')
  for (const { text, blocks } of said()) {
    const sent = JSON.stringify({ text, blocks })
    expect(sent).not.toMatch(/<!channel>|<!here>|<https:\/\/evil|"type":"image"/)
    expect(sent).not.toMatch(/@here|\*b\*|(?<!\w)_i_|~s~|`c`/)
    expect(sent).not.toContain('\u202E')
  }
}

describe('a reason that is too long is refused with its length, and nothing is changed', () => {
  beforeAll(async () => {
    await run('rm', 'new payments 2.4.0 1 dec 16:00', '#releases')
    await world.at('2026-11-20 17:05')
  })

  test.each([
    ['rm', 'hold'],
    ['rm', 'cancel'],
    ['rm', 'move 3 dec 16:00 because'],
    ['dba', 'ready 4 blocked'],
    ['dba', 'ready 5 done'],
    ['rm', 'ready 5 skip'],
    ['rm', 'new payments 2.5.0 1 dec 16:00 because'],
  ])('%s: %s', async (who, words) => {
    const { text, all } = await unchanged(world, () => run(who, `${words} ${long}`))
    expect(text).toMatch(tooLong)
    expect(all[0]?.ephemeral).toBe(true)
  })
})

describe('whatever people write does no harm', () => {
  const fills = async (who: string, title: string, label: string) => {
    const open = await world.as(who).waitsForModal(title)
    await open.fill({ [label]: hostile })
    await open.submit()
    return open
  }

  test('while it is planned and prepared', async () => {
    const rm = world.as('rm')
    const { text } = await run('rm', `new ledger 1.9.0 1 dec 16:00 because ${hostile}`, '#releases')
    expect(text).toContain('<!channel> @\u2060here <@U0RM>')
    await world.as('reader').waits('#releases', 'ledger-1.9.0 opens')
    for (const words of [
      `hold ${hostile}`,
      'resume',
      `ready 5 blocked ${hostile}`,
      `ready 7 done ${hostile}`,
    ])
      await run('rm', words)
    await run('rm', `ready 8 skip ${hostile}`)
    const moved = await run('rm', `move 1 dec 17:00 because ${hostile}`)
    await rm.press(moved.first, 'Move it')
    await run('dba', hostile)
    await world.as('dba').say(channel, `@shipshape ${hostile}`)
    await harmless()
  })

  test('in the scope, on the timeline and as evidence', async () => {
    const rm = world.as('rm')
    const scope = await run('rm', 'scope')
    await rm.press(scope.first, 'Edit…')
    const edit = await rm.waitsForModal('Scope')
    await edit.fill({
      Changes: `fix: ${hostile.replace('\n', ' ')}`,
      Flags: hostile,
      'Exposure plan': hostile,
    })
    await edit.submit()
    await rm.modal().closeAll()
    for (const [words, item] of [
      [hostile, '9 On-call'],
      [long, '5 Migration on a copy'],
    ] as const) {
      const message = await world.as('dba').say(channel, words)
      await world.as('dba').shortcut(message, 'Add to timeline')
      await rm.shortcut(message, 'Use as evidence')
      const evidence = await rm.waitsForModal('Use as evidence')
      await evidence.fill({ 'It shows that this is done': item })
      await evidence.submit()
    }
    expect((await run('rm', 'timeline')).text).toContain('@\u2060here')
    await harmless()
  })

  const card = () => world.as('qa-lead').waits(channel, (shown) => /^Vote on/.test(shown.text))

  test('in a vote, by command, in the thread and in a form', async () => {
    await world.at('2026-11-30 15:30')
    await run('rm', 'vote open until tue 12:00')
    await (await fills('rm', 'Open the vote', 'Why open it undone?')).closeAll()
    await run('sec-lead', `go ${hostile}`)
    await world.as('qa-lead').say(channel, `no-go: ${hostile}`, { thread: await card() })
    await world.as('ops-lead').press(await card(), 'No-go…')
    await fills('ops-lead', 'No-go', 'Why no-go?')
    await harmless()
    expect(said().flatMap(({ pings }) => pings)).not.toContain(world.as('reader').id)
  })

  test('a thread reply that is too long is told so, and counts for nothing', async () => {
    const second = world.as('sec-second')
    await second.say(channel, `no-go: ${long}`, { thread: await card() })
    await second.waitsInThread(await card(), tooLong)
    const { text } = await unchanged(world, () => run('sec-second', `go but ${long}`))
    expect(text).toMatch(/That has 5,002 characters, and 800 fit/)
    expect((await card()).text).not.toContain('word word')
  })

  test('while it goes', async () => {
    for (const who of ['qa-lead', 'ops-lead', 'payments-lead', 'sec-second']) await run(who, 'go')
    await world.at('2026-12-01 16:00')
    await run('rm', 'start')
    const start = world
      .as('rm')
      .sees(channel)
      .findLast((shown) => shown.buttons.includes('Start it'))
    if (start) await world.as('rm').press(start, 'Start it')
    await run('rm', `step 1 done ${hostile}`)
    await run('rm', `step 2 failed ${hostile}`)
    await run('rm', `incident INC-1 ${hostile}`)
    await run('rm', `hold ${hostile}`)
    const question = await run('rm', `rollback ${hostile}`)
    await world.as('rm').press(question.first, 'Roll back')
    await world.as('reader').waits('#releases', 'was rolled back')
    await run('rm', `action ${hostile} @dba fri`)
    await run('dba', `review 4 ${hostile}`)
    await harmless()
    expect((await run('dba', 'timeline')).text).toContain('rolled it back')
  })
})
