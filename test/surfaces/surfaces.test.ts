import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openWorld, type StoryWorld } from '../stories/world.ts'
import type { ApiCall } from '../workspace/traffic.ts'
import { withCards } from './cards.ts'

let world: StoryWorld
let key: string
let plannedSoFar = 0

beforeAll(async () => {
  world = await openWorld('postgres', { features: withCards })
})
afterAll(() => world.close())
beforeEach(() => {
  key = `payments-9.0.${++plannedSoFar}`
})

const rm = () => world.as('rm')
const run = (words: string) => rm().run(`/release ${words}`, { in: '#releases' })
const plan = () => run(`new payments ${key.replace('payments-', '')} 1 mar 2027 16:00`)
const hold = (why: string) => run(`hold ${key} ${why}`)
const resume = () => run(`resume ${key}`)

/** All that is posted of this release in #releases, as everyone sees it. */
const posted = () =>
  rm()
    .sees('#releases')
    .filter(({ text, ephemeral }) => !ephemeral && text.includes(`of ${key},`))
const asks = () =>
  rm()
    .sees('@shipshape')
    .filter(({ text }) => text.includes(`Ask of ${key},`))
const card = () =>
  rm().waits('#releases', (shown) => !shown.ephemeral && shown.text.includes(`Card of ${key},`))

const ofThis = ({ args }: ApiCall) => JSON.stringify(args).includes(key)
const isCard = ({ args }: ApiCall) => JSON.stringify(args).includes(`Card of ${key}`)
const updates = () => world.slack.calls('chat.update').filter(ofThis)

describe('a card', () => {
  test('is posted once, however often it is looked at', async () => {
    await plan()
    await card()
    for (let look = 0; look < 3; look++) await world.app.tick()
    await world.settled()
    expect(posted()).toHaveLength(1)
    expect(asks()).toHaveLength(1)
  })

  test('is redrawn when it looks different, and only then', async () => {
    await plan()
    const { ts } = await card()
    await world.settled()
    const before = updates().length
    await hold('refund errors')
    await world.settled()
    expect(posted()).toMatchObject([{ ts, text: expect.stringContaining('held: refund errors') }])
    expect(updates()).toHaveLength(before + 2)

    await hold('the same again')
    await world.app.tick()
    await world.settled()
    expect(updates()).toHaveLength(before + 2)
  })

  test('shows a change that came while the one before was being drawn', async () => {
    await plan()
    await card()
    await world.settled()
    const [drawing, drawnOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const release = world.slack.before('chat.update', async (call) => {
      if (!ofThis(call)) return undefined
      drawing.resolve()
      await drawnOn.promise
    })
    await hold('refund errors')
    await drawing.promise
    await resume()
    release()
    drawnOn.resolve()
    await world.settled()
    expect(posted()).toMatchObject([{ text: expect.stringContaining('goes on') }])
  })
})

describe('a post whose answer never came', () => {
  /** Lets Slack's next answer about this card go wrong. */
  const once = (how: 'after' | 'before', answer: () => unknown) => {
    const stop = world.slack[how]('chat.postMessage', (call) => {
      if (!isCard(call)) return undefined
      stop()
      // Each of these tests hands in an answer that the workspace knows how to give.
      return answer() as never
    })
  }

  /** Long enough for a post to have arrived that was under way. */
  const waitedOut = async () => {
    world.clock.advance(15_000)
    await world.app.tick()
    await world.settled()
  }

  test('although it did its work is found by its mark, and not posted again', async () => {
    once('after', () => 'drop')
    await plan()
    await card()
    await hold('refund errors')
    await waitedOut()
    expect(posted()).toMatchObject([{ text: expect.stringContaining('held: refund errors') }])
  })

  test('because Slack broke in the middle is found likewise', async () => {
    once('after', () => ({ body: { ok: false, error: 'internal_error' } }))
    await plan()
    await card()
    await waitedOut()
    expect(posted()).toHaveLength(1)
  })

  test('is found behind hundreds of other messages', async () => {
    once('after', () => 'drop')
    await plan()
    await card()
    for (let i = 0; i < 210; i++) await world.as('reader').say('#releases', `lunch ${i}?`)
    await waitedOut()
    expect(posted()).toHaveLength(1)
  })

  test('and did no work is posted once the time is over', async () => {
    once('before', () => ({ body: { ok: false }, status: 503 }))
    await plan()
    await world.settled()
    await waitedOut()
    expect(posted()).toHaveLength(1)
    expect(asks()).toHaveLength(1)
  })

  test('because there were too many comes later', async () => {
    once('before', () => ({
      body: { ok: false, error: 'ratelimited' },
      status: 429,
      headers: { 'retry-after': '30' },
    }))
    await plan()
    await world.settled()
    expect(posted()).toHaveLength(0)
    expect(asks()).toHaveLength(1)
    await world.app.tick()
    await world.settled()
    expect(posted()).toHaveLength(1)
  })
})

describe('what people do with it by hand', () => {
  test('a card that was deleted comes back with the next change, at the end', async () => {
    await plan()
    const first = await card()
    await world.settled()
    await rm().deletes(first)
    await hold('refund errors')
    await rm().waits('#releases', `Card of ${key}`, { after: first })
    await world.settled()
    expect(posted()).toHaveLength(1)
    expect(rm().thread(await card())).toMatchObject([{ text: expect.stringContaining(`Reply of ${key}`) }])
  })

  test('a direct message that was deleted does not', async () => {
    await plan()
    await world.settled()
    const [ask] = asks()
    await rm().deletes(ask ?? expect.fail('nobody was asked'))
    await hold('refund errors')
    await resume()
    await world.settled()
    expect(asks()).toEqual([])
  })

  test('a reply waits for the card above it', async () => {
    const wanted = Promise.withResolvers<void>()
    const stop = world.slack.before('chat.postMessage', (call) => {
      if (!isCard(call)) return undefined
      wanted.resolve()
      return { body: { ok: false, error: 'ratelimited' }, status: 429, headers: { 'retry-after': '30' } }
    })
    await plan()
    await wanted.promise
    await hold('refund errors')
    await world.settled()
    expect(posted()).toEqual([])
    stop()
    await world.app.tick()
    await world.settled()
    expect(rm().thread(await card())).toMatchObject([{ text: expect.stringContaining(`Reply of ${key}`) }])
  })

  test('a pin that Slack put off is set later', async () => {
    const stop = world.slack.before('pins.add', () => {
      stop()
      return { body: { ok: false, error: 'ratelimited' }, status: 429, headers: { 'retry-after': '1' } }
    })
    await plan()
    const { ts, channel } = await card()
    await world.slack.until(() => world.slack.world.channels.get(channel)?.pins.some((pin) => pin.ts === ts))
  })
})
