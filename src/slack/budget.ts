import { RateLimiterDrizzle } from 'rate-limiter-flexible'
import type { Database } from '../db/database.ts'
import { TryLater } from '../jobs/job.ts'
import { rateLimits } from './tables.ts'

/** What is drawn first when Slack's budget is short: 1 executing, 2 vote, 3 status, 4 the rest. */
export type Priority = 1 | 2 | 3 | 4

/** What Slack grants the whole workspace, shared by the replicas. A person's answer asks for none of it. */
export interface Budget {
  /**
   * Takes one call from the budget of this method; `of` tells channels apart where Slack counts per channel.
   * @throws OverBudget when it is used up, or when what is left is kept for what is more urgent.
   */
  readonly take: (method: Paced, of: string, priority: Priority) => Promise<void>
  /** The same, but takes nothing. */
  readonly ask: (method: Paced, of: string, priority: Priority) => Promise<void>
}

export type Paced = keyof typeof grants

/** Calls per so many seconds, a little below what Slack documents (contract 3.2). */
const grants = {
  'chat.update': { points: 45, duration: 60 },
  'chat.postMessage': { points: 5, duration: 5 },
  'conversations.setTopic': { points: 18, duration: 60 },
  'pins.add': { points: 18, duration: 60 },
} as const

/** How much of the budget a priority may use: the last tenth is for what is being executed. */
const share: Readonly<Record<Priority, number>> = { 1: 1, 2: 0.9, 3: 0.75, 4: 0.6 }

export function openBudget(db: Database, workspace: string): Budget {
  const limiterOf = (method: Paced) =>
    new RateLimiterDrizzle({
      storeClient: db,
      schema: rateLimits,
      keyPrefix: method,
      clearExpiredByTimeout: false,
      ...grants[method],
    })
  const methods: readonly Paced[] = ['chat.update', 'chat.postMessage', 'conversations.setTopic', 'pins.add']
  const limiters = new Map(methods.map((method) => [method, limiterOf(method)]))
  const keyOf = (of: string) => `${workspace}:${of}`
  const ask: Budget['ask'] = async (method, of, priority) => {
    const used = await limiters.get(method)?.get(keyOf(of))
    const free = Math.floor(grants[method].points * share[priority])
    if (used && used.consumedPoints >= free) throw new OverBudget(method, used.msBeforeNext)
  }
  return {
    ask,
    take: async (method, of, priority) => {
      await ask(method, of, priority)
      await limiters.get(method)?.consume(keyOf(of))
    },
  }
}

/** For a workspace that counts nothing, such as the local one when a whole week is played in seconds. */
export const unlimited: Budget = { take: async () => {}, ask: async () => {} }

/** Slack's budget is used up for now. */
export class OverBudget extends TryLater {
  constructor(method: Paced, milliseconds: number) {
    super(Math.max(1, Math.ceil(milliseconds / 1000)), `${method}: Slack's budget is used up for now`)
  }
}
