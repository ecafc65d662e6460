import { afterAll, beforeAll, expect, test } from 'vitest'
import { castChannels } from '../../scripts/demo/cast.ts'
import { type CardWorld, only, openCards, tooMany } from './card-world.ts'

let world: CardWorld
const rm = () => world.as('rm')
beforeAll(async () => {
  world = await openCards()
})
afterAll(() => world.close())

test('a card that was deleted comes back with the next change, at the end', async () => {
  const release = await world.plan()
  const first = await release.card()
  await world.settled()
  await rm().deletes(first)
  await release.hold('refund errors')
  await rm().waits('#releases', `Card of ${release.key}`, { after: first })
  await world.settled()
  expect(release.cards()).toHaveLength(1)
  expect(await release.replies()).toEqual([expect.stringContaining(`Reply of ${release.key}`)])
})

test('a card that was deleted with replies below it comes back too', async () => {
  const release = await world.plan()
  const first = await release.card()
  await world.settled()
  await world.as('reader').say('#releases', 'when is it?', { thread: first })
  await rm().deletes(first)
  await release.hold('refund errors')
  await rm().waits('#releases', `Card of ${release.key}`, { after: first })
})

test('a reply brings back the card that it stands under', async () => {
  const release = await world.plan()
  const first = await release.card()
  await world.settled()
  await rm().deletes(first)
  const stop = world.slack.before('chat.update', (call) => (release.isOfCard(call) ? tooMany : undefined))
  await release.hold('refund errors')
  await rm().waits('#releases', `Card of ${release.key}`, { after: first })
  stop()
  await world.app.tick()
  await world.settled()
  expect(await release.replies()).toEqual([expect.stringContaining('held: refund errors')])
})

test('a direct message that was deleted does not come back', async () => {
  const release = await world.plan()
  await world.settled()
  await rm().deletes(only(release.asks()))
  await release.hold('refund errors')
  await release.resume()
  await world.settled()
  expect(release.asks()).toEqual([])
})

test('a channel that was archived is let go, and everything else goes on', async () => {
  const release = await world.plan()
  await release.card()
  await world.settled()
  await rm().archive('#releases')
  await release.hold('refund errors')
  await world.settled()
  const tried = release.updates().length
  await release.resume()
  await world.settled()
  expect(release.updates().slice(tried)).toMatchObject([{ args: { channel: only(release.asks()).channel } }])
})

test('a card waits until Shipshape is brought into the channel that it belongs to', async () => {
  const people = castChannels.find(({ name }) => name === 'general')?.members ?? 'all'
  const outside = await openCards({
    workspace: {
      channels: [
        { name: 'releases', members: people },
        { name: 'general', members: 'all' },
      ],
    },
  })
  const release = outside.next()
  await outside.as('rm').run('/release new payments 9.0.1 1 mar 2027 16:00', { in: '#general' })
  await outside.settled()
  expect(release.cards()).toEqual([])
  await outside.as('rm').invite('#releases', 'shipshape')
  await outside.app.tick()
  await release.card()
  await outside.close()
})
