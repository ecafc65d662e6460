import { afterAll, beforeAll, expect, test } from 'vitest'
import { breakDown, form, refuse, said } from './echo.ts'
import { type EchoWorld, openEcho } from './echo-world.ts'

let world: EchoWorld
beforeAll(async () => {
  world = await openEcho()
})
afterAll(() => world.close())

const run = (words: string, handle = 'rm') => world.as(handle).run(`/release ${words}`, { in: '#general' })

test('the answer comes in the response itself and is seen by one person', async () => {
  world.answers(() => said('Here it is'))
  const { first, text } = await run('status now')
  expect(text).toBe('Here it is')
  expect(first.ephemeral).toBe(true)
  expect(world.as('dba').sees('#general')).toEqual([])
  const calls = world.slack.traffic.all.filter((one) => one.kind === 'call' && one.method.startsWith('chat.'))
  expect(calls).toEqual([])
})

test('a handler is told the words, whom and what they name, who speaks and in which zone they think', async () => {
  world.answers(() => undefined)
  await run('HOLD @dba says <5ms & >2ms, see https://ci/812 *now*', 'ops-oncall')
  expect(world.echo.heard).toEqual([
    {
      word: 'hold',
      text: '@dba says <5ms & >2ms, see https://ci/812 *now*',
      named: [world.as('dba').id],
      links: ['https://ci/812'],
      zone: 'America/New_York',
      by: world.as('ops-oncall').id,
      door: 'command',
    },
  ])
})

test.each([
  ['No–Go checkout is red'],
  ['nogo checkout is red'],
  ['-1 checkout is red'],
  ['no go checkout is red'],
])('%s is a no-go', async (words) => {
  world.answers(() => undefined)
  await run(words)
  expect(world.echo.heard).toMatchObject([{ word: 'no-go', text: 'checkout is red' }])
})

test('an unknown word is answered with the one that was meant, whose button does it with the same words', async () => {
  world.answers(() => said('Held'))
  const { first, text } = await run('hodl @dba says <5ms & >2ms')
  expect(text).toContain('I do not know "hodl". Did you mean hold?')
  expect(world.echo.heard).toEqual([])
  await world.as('rm').press(first, 'hold')
  await world.as('rm').waits('#general', 'Held')
  const words = { word: 'hold', text: '@dba says <5ms & >2ms', named: [world.as('dba').id] }
  expect(world.echo.heard).toMatchObject([words])
})

test('a word that resembles none is answered with where all of them stand', async () => {
  const { first, text } = await run('xyzzy')
  expect(text).toContain('I do not know "xyzzy".')
  expect(first.buttons).toEqual(['What I know'])
})

test.each([
  ['a very long word', 'x'.repeat(5000)],
  ['a very long reason behind a misspelt word', `hodl ${'why '.repeat(1250)}`],
  ['nothing but marks', '*_~`<!channel> @here'],
])('%s gets an answer that fits and pings nobody', async (_, words) => {
  const { first, text } = await run(words)
  expect(text).toContain('I do not know')
  expect(text.length).toBeLessThan(500)
  expect(first.pings).toEqual([])
})

test('a rule’s no is shown as it was said, harmless, with a button for what mends it', async () => {
  const offers = [{ label: 'Do', run: 'status' }]
  world.answers(refuse('Only <!channel> and *rm* may.\nOr @here.', { offers }))
  const { first, text } = await run('status')
  expect(text).toContain('Only <!channel> and ∗rm∗ may. Or @\u2060here.')
  expect(first.pings).toEqual([])
  expect(first.buttons).toEqual(['Do'])
})

test('what breaks is told with a reference, and nothing of it is shown', async () => {
  world.answers(breakDown)
  const { text } = await run('status')
  expect(text).toMatch(/^Something broke on our side \(ref [2-9A-Z]{4}\)\. Nothing was lost\.$/)
})

test('a form opens', async () => {
  world.answers(() => form())
  await run('status')
  expect((await world.as('rm').waitsForModal('Echo')).fields).toHaveProperty('Why?')
  await world.as('rm').modal().closeAll()
})

test('a form that Slack does not open is told of', async () => {
  world.answers(() => form())
  const stop = world.slack.before('views.open', () => ({ body: { ok: false, error: 'expired_trigger_id' } }))
  const told = await world.as('dba').run('/release status', { in: '#general', answers: 1 })
  stop()
  expect(told.text).toMatch(/Something broke on our side/)
})
