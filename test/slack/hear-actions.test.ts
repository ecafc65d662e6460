import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Shown } from '../workspace/person/shown.ts'
import { breakDown, form, pressable, refuse, said } from './echo.ts'
import { type EchoWorld, openEcho } from './echo-world.ts'

let world: EchoWorld
/** A card that everyone sees. */
let card: Shown
const rm = () => world.as('rm')

beforeAll(async () => {
  world = await openEcho()
})
afterAll(() => world.close())
beforeEach(async () => {
  const channel = rm().sees('#releases').at(-1)?.channel ?? [...world.slack.world.channels.keys()][0] ?? ''
  const { ts } = await world.app.ctx.slack.web.chat.postMessage({ channel, ...pressable('A card') })
  card = await rm().waits('#releases', (shown) => shown.ts === ts)
})

const answer = (words: string | RegExp) => rm().waits('#releases', words, { after: card })

describe('a press', () => {
  test('is told with its value, where and by whom; only they see the answer, and the card stays', async () => {
    world.answers(() => said('Done by one press'))
    await rm().press(card, 'One')
    expect(await answer('Done by one press')).toMatchObject({ ephemeral: true })
    expect(world.echo.heard).toEqual([
      {
        value: { number: 1 },
        on: { ts: card.ts, ephemeral: false },
        channel: card.channel,
        door: 'button',
        by: rm().id,
      },
    ])
    expect(rm().again(card).text).toBe(card.text)
    expect(
      world
        .as('dba')
        .sees('#releases')
        .some(({ text }) => text.includes('Done by one press')),
    ).toBe(false)
  })

  test('in a menu and of a person reads the same way', async () => {
    world.answers(() => undefined)
    await rm().press(card, '▾ > Two')
    await rm().choose(card, 'Whom?', 'dba')
    expect(world.echo.heard).toMatchObject([
      { value: { number: 2 } },
      { value: { user: world.as('dba').id } },
    ])
  })

  test.each(['Old', 'Gone'])(
    'of a button from another time ("%s") is told so, and does nothing',
    async (label) => {
      world.answers(() => said('never'))
      await rm().press(card, label)
      const told = await answer('This button is out of date.')
      expect(told.buttons).toEqual(['Show it'])
      expect(world.echo.heard).toEqual([])
      await rm().press(told, 'Show it')
      await rm().waits('#releases', (shown) => shown.ts === told.ts && shown.text === 'never')
      expect(world.echo.heard).toMatchObject([{ word: 'status' }])
    },
  )

  test('of a link needs no answer', async () => {
    world.answers(() => said('never'))
    await rm().press(card, 'Read')
    expect(world.echo.heard).toEqual([])
  })

  test('that a rule refuses is told privately', async () => {
    world.answers(refuse('Only dba does that.'))
    await rm().press(card, 'One')
    expect(await answer('Only dba does that.')).toMatchObject({ ephemeral: true })
  })

  test('that breaks is told with a reference', async () => {
    world.answers(breakDown)
    await rm().press(card, 'One')
    await answer(/Something broke on our side \(ref \w{4}\)\. Nothing was lost\./)
  })

  test('that takes no form from Slack is told of', async () => {
    world.answers(() => form())
    const stop = world.slack.before('views.open', () => ({
      body: { ok: false, error: 'expired_trigger_id' },
    }))
    await rm().press(card, 'One')
    await answer(/Something broke on our side/)
    stop()
  })
})

describe('an answer stands in place of', () => {
  test('the private message that was pressed', async () => {
    world.answers(() => pressable('First'))
    await rm().press(card, 'One')
    const first = await answer('First')
    world.answers(() => said('Second'))
    await rm().press(first, 'One')
    await rm().waits('#releases', (shown) => shown.ts === first.ts && shown.text === 'Second')
  })

  test('the small view, where only views can be', async () => {
    world.answers(() => pressable('In a view'))
    const home = await rm().openHome('Home')
    await rm().press(home, 'One')
    const view = await rm().waitsForModal('Shipshape')
    world.answers(() => said('The next'))
    await view.press('One')
    await world.slack.until(() => rm().modal().texts.join() === 'The next')
    await rm().modal().closeAll()
  })

  test('nothing, on top of a form, which keeps what was typed', async () => {
    world.answers(() => form())
    await rm().press(card, 'One')
    const open = await rm().waitsForModal('Echo')
    await open.fill({ 'Why?': 'half a thought' })
    expect(open.fields['Why?']).toBe('half a thought')
    await open.closeAll()
  })

  test('the modal that was pressed, when it is a form', async () => {
    world.answers(() => pressable('A list'))
    const home = await rm().openHome('Home')
    await rm().press(home, 'One')
    const list = await rm().waitsForModal('Shipshape')
    world.answers(() => form())
    await list.press('One')
    await (await rm().waitsForModal('Echo')).cancel()
    expect(() => rm().modal()).toThrow('no modal open')
  })
})
