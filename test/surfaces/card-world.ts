import { expect } from 'vitest'
import { openWorld, type StoryWorld, type WorldOptions } from '../stories/world.ts'
import type { ApiCall } from '../workspace/traffic.ts'
import { withCards } from './cards.ts'

export type CardWorld = Awaited<ReturnType<typeof openCards>>

/** A world whose releases have the cards of `cards.ts`; each test plans one of its own. */
export async function openCards(options: WorldOptions = {}) {
  const world = await openWorld('postgres', { features: withCards, ...options })
  let planned = 0
  return {
    ...world,
    /** Plans a release and tells what can be done with it and seen of it. */
    plan: async () => {
      const release = releaseIn(world, `9.0.${++planned}`)
      await release.run(`new payments 9.0.${planned} 1 mar 2027 16:00`)
      return release
    },
    /** The same for one that is not planned yet, to step in before its first message. */
    next: () => releaseIn(world, `9.0.${planned + 1}`),
  }
}

export const tooMany = {
  body: { ok: false, error: 'ratelimited' },
  status: 429,
  headers: { 'retry-after': '30' },
}

function releaseIn(world: StoryWorld, version: string) {
  const key = `payments-${version}`
  const rm = world.as('rm')
  const run = (words: string, place: `#${string}` = '#releases') => rm.run(`/release ${words}`, { in: place })
  const isCard = ({ text, ephemeral }: { text: string; ephemeral: boolean }) =>
    !ephemeral && text.includes(`Card of ${key},`)
  return {
    key,
    run,
    hold: (why: string) => run(`hold ${key} ${why}`, '#general'),
    resume: () => run(`resume ${key}`, '#general'),
    /** Every card and reply of it that stands in the channel itself. */
    cards: () => rm.sees('#releases').filter((shown) => isCard(shown)),
    asks: () => rm.sees('@shipshape').filter(({ text }) => text.includes(`Ask of ${key},`)),
    card: () => rm.waits('#releases', isCard),
    replies: async () => rm.thread(await rm.waits('#releases', isCard)).map(({ text }) => text),
    /** Whether a call of the Web API is about this release's card. */
    isOfCard: ({ args }: ApiCall) => JSON.stringify(args).includes(`Card of ${key},`),
    updates: () => world.slack.calls('chat.update').filter(({ args }) => JSON.stringify(args).includes(key)),
  }
}

export const only = <T>(all: readonly T[]): T => {
  expect(all).toHaveLength(1)
  return all[0] ?? expect.fail('there is one')
}
