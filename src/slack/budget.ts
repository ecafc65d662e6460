import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
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

/** So many calls in any so many milliseconds, a little below what Slack documents (contract 3.2). */
const grants = {
  'chat.update': { calls: 45, within: 60_000 },
  'chat.postMessage': { calls: 5, within: 5_000 },
  'conversations.setTopic': { calls: 18, within: 60_000 },
  'pins.add': { calls: 18, within: 60_000 },
} as const

/** How much of the budget a priority may use: the last tenth is for what is being executed. */
const share: Readonly<Record<Priority, number>> = { 1: 1, 2: 0.9, 3: 0.75, 4: 0.6 }

/**
 * Counts in the database, so that all replicas share it, and remembers each call for as long as Slack does: a count
 * that began anew every minute would grant two budgets in the seconds around that.
 */
export function openBudget(db: Database, workspace: string, now: () => number = Date.now): Budget {
  const asked = (method: Paced, of: string, priority: Priority) => {
    const { calls, within } = grants[method]
    const { taken } = rateLimits
    const recent = sql`array(select at from unnest(${taken}) as at where at > ${now() - within} order by at)`
    return { key: `${method}:${workspace}:${of}`, recent, free: Math.floor(calls * share[priority]) }
  }
  const ask: Budget['ask'] = async (method, of, priority) => {
    const { key, recent, free } = asked(method, of, priority)
    const [used] = await db
      .select({ at: sql`to_json(${recent})`.mapWith(instants.parse) })
      .from(rateLimits)
      .where(eq(rateLimits.key, key))
    const makesRoom = used?.at.at(-free)
    if (makesRoom) throw new OverBudget(method, makesRoom + grants[method].within - now())
  }
  return {
    ask,
    take: async (method, of, priority) => {
      const { key, recent, free } = asked(method, of, priority)
      const took = await db
        .insert(rateLimits)
        .values({ key, taken: [now()] })
        .onConflictDoUpdate({
          target: rateLimits.key,
          set: { taken: sql`${recent} || ${now()}::float8` },
          setWhere: sql`cardinality(${recent}) < ${free}`,
        })
        .returning({ key: rateLimits.key })
      if (took.length > 0) return
      await ask(method, of, priority)
      throw new OverBudget(method, 0)
    },
  }
}

const instants = z.array(z.number())

/** For a workspace that counts nothing, such as the local one when a whole week is played in seconds. */
export const unlimited: Budget = { take: async () => {}, ask: async () => {} }

/** Slack's budget is used up for now. */
export class OverBudget extends TryLater {
  constructor(method: Paced, milliseconds: number) {
    super(Math.max(1, Math.ceil(milliseconds / 1000)), `${method}: Slack's budget is used up for now`)
  }
}
