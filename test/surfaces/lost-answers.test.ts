import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer } from '../workspace/interceptors.ts'
import { type CardWorld, openCards } from './card-world.ts'

let world: CardWorld
beforeAll(async () => {
  world = await openCards()
})
afterAll(() => world.close())

/** The first post of the next card goes wrong like this, before or after it did its work. */
function lose(when: 'before', answer: Answer): void
function lose(when: 'after', answer: Answer | 'drop'): void
function lose(when: 'before' | 'after', answer: Answer | 'drop') {
  const { isOfCard } = world.next()
  let times = 0
  const first = (call: Parameters<typeof isOfCard>[0]) =>
    isOfCard(call) && times++ === 0 ? answer : undefined
  if (when === 'after') world.slack.after('chat.postMessage', first)
  // The overloads above let no drop in here.
  else world.slack.before('chat.postMessage', (call) => first(call) as Answer | undefined)
}

/** Long enough for a post to have arrived that was under way. */
async function waitedOut() {
  await world.settled()
  world.clock.advance(15_000)
  await world.app.tick()
  await world.settled()
}

test('a post that did its work is found by its mark, and not posted again', async () => {
  lose('after', 'drop')
  const release = await world.plan()
  const { ts } = await release.card()
  await release.hold('refund errors')
  await waitedOut()
  expect(release.cards()).toMatchObject([{ ts, text: expect.stringContaining('held: refund errors') }])
})

test('one during which Slack broke is found likewise', async () => {
  lose('after', { body: { ok: false, error: 'internal_error' } })
  const release = await world.plan()
  await release.card()
  await waitedOut()
  expect(release.cards()).toHaveLength(1)
})

test('it is found behind hundreds of other messages', async () => {
  lose('after', 'drop')
  const release = await world.plan()
  await release.card()
  for (let i = 0; i < 210; i++) await world.as('reader').say('#releases', `lunch ${i}?`)
  await waitedOut()
  expect(release.cards()).toHaveLength(1)
})

test('one that did no work is posted once the time is over, and pinned', async () => {
  lose('before', { body: { ok: false }, status: 503 })
  const release = await world.plan()
  await world.settled()
  expect(release.cards()).toEqual([])
  expect(release.asks()).toHaveLength(1)
  await waitedOut()
  const { ts, channel } = await release.card()
  expect(release.cards()).toHaveLength(1)
  const pinned = world.slack.world.channels.get(channel)?.pins ?? []
  expect(pinned.map((pin) => pin.ts)).toContain(ts)
})
