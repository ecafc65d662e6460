import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CardWorld, openCards, tooMany } from './card-world.ts'

let world: CardWorld
beforeAll(async () => {
  world = await openCards()
})
afterAll(() => world.close())

test('a card is posted once, however often it is looked at', async () => {
  const release = await world.plan()
  await release.card()
  for (let look = 0; look < 3; look++) await world.app.tick()
  await world.settled()
  expect(release.cards()).toHaveLength(1)
  expect(release.asks()).toHaveLength(1)
})

test('it is redrawn when it looks different, and only then', async () => {
  const release = await world.plan()
  const { ts } = await release.card()
  await world.settled()
  const before = release.updates().length
  await release.hold('refund errors')
  await world.settled()
  expect(release.cards()).toMatchObject([{ ts, text: expect.stringContaining('held: refund errors') }])
  expect(release.updates()).toHaveLength(before + 2)

  await release.hold('the same again')
  await world.app.tick()
  await world.settled()
  expect(release.updates()).toHaveLength(before + 2)
})

test('it shows a change that came while the one before was being drawn', async () => {
  const release = await world.plan()
  await release.card()
  await world.settled()
  const [drawing, drawn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const stop = world.slack.before('chat.update', async (call) => {
    if (!release.isOfCard(call)) return undefined
    drawing.resolve()
    await drawn.promise
  })
  await release.hold('refund errors')
  await drawing.promise
  await release.resume()
  stop()
  drawn.resolve()
  await world.settled()
  expect(release.cards()).toMatchObject([{ text: expect.stringContaining('goes on') }])
})

test('it follows when somebody whom it names is called otherwise', async () => {
  const release = await world.plan()
  await release.card()
  await world.settled()
  world.slack.admin.change('rm', { handle: 'robin' })
  await world.as('rm').waits('#releases', `Card of ${release.key}, run by robin`)
  world.slack.admin.change('robin', { handle: 'rm' })
  await world.as('rm').waits('#releases', `Card of ${release.key}, run by rm`)
})

test('a reply waits for the card above it', async () => {
  const release = world.next()
  const wanted = Promise.withResolvers<void>()
  const stop = world.slack.before('chat.postMessage', (call) => {
    if (!release.isOfCard(call)) return undefined
    wanted.resolve()
    return tooMany
  })
  await world.plan()
  await wanted.promise
  await release.hold('refund errors')
  await world.settled()
  expect(release.cards()).toEqual([])
  stop()
  await world.app.tick()
  await world.settled()
  expect(await release.replies()).toEqual([expect.stringContaining(`Reply of ${release.key}`)])
})

test('what Slack put off comes later, and holds nothing else up', async () => {
  const release = world.next()
  const stop = world.slack.before('chat.postMessage', (call) =>
    release.isOfCard(call) ? tooMany : undefined,
  )
  await world.plan()
  await world.settled()
  expect(release.asks()).toHaveLength(1)
  expect(release.cards()).toEqual([])
  stop()
  await release.hold('refund errors')
  expect((await release.card()).text).toContain('held: refund errors')
})

test('a pin that Slack put off is set later', async () => {
  const stop = world.slack.before('pins.add', () => {
    stop()
    return { ...tooMany, headers: { 'retry-after': '1' } }
  })
  const release = await world.plan()
  const { ts, channel } = await release.card()
  await world.slack.until(() => world.slack.world.channels.get(channel)?.pins.some((pin) => pin.ts === ts))
})
