import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { TryLater } from '../jobs/job.ts'
import { type Called, calledMethods, type Priority, type Tier } from './called-methods.ts'
import { rateLimits } from './tables.ts'

export type { Priority } from './called-methods.ts'

/** What Slack grants the whole workspace, shared by the replicas. A person's answer asks for none of it. */
export interface Budget {
  /**
   * Takes one call from the budget of this method; `of` tells channels apart where Slack counts per channel.
   * @throws OverBudget when it is used up, or when what is left is kept for what is more urgent.
   */
  readonly take: (method: Called, of: string, priority: Priority) => Promise<void>
  /** The same, but takes nothing. */
  readonly ask: (method: Called, of: string, priority: Priority) => Promise<void>
}

/** So many calls in any so many milliseconds, a little below what Slack documents. */
interface Grant {
  readonly calls: number
  readonly within: number
}

const aMinute = (calls: number): Grant => ({ calls, within: 60_000 })
const ofTier: Readonly<Record<Tier, Grant>> = {
  2: aMinute(18),
  3: aMinute(45),
  4: aMinute(90),
  // "Several hundred" posts a minute.
  special: aMinute(270),
}
/** One post a second into each channel, and short bursts of more. */
const ofChannel: Partial<Record<Called, Grant>> = { 'chat.postMessage': { calls: 5, within: 5_000 } }

/** How much of the budget a priority may use: the last tenth is for what is being executed. */
const share: Readonly<Record<Priority, number>> = { 1: 1, 2: 0.9, 3: 0.75, 4: 0.6 }

/**
 * Counts in the database, so that all replicas share it, and remembers each call for as long as Slack does: a count
 * that began anew every minute would grant two budgets in the seconds around that.
 */
export function openBudget(db: Database, workspace: string, now: () => number = Date.now): Budget {
  const recent = (within: number) => {
    const { taken } = rateLimits
    return sql`array(select at from unnest(${taken}) as at where at > ${now() - within} order by at)`
  }
  const ask = async (method: Called, { key, within, free }: Count) => {
    const [used] = await db
      .select({ at: sql`to_json(${recent(within)})`.mapWith(instants.parse) })
      .from(rateLimits)
      .where(eq(rateLimits.key, key))
    const makesRoom = used?.at.at(-free)
    if (makesRoom) throw new OverBudget(method, makesRoom + within - now())
  }
  const take = async (method: Called, count: Count) => {
    const took = await db
      .insert(rateLimits)
      .values({ key: count.key, taken: [now()] })
      .onConflictDoUpdate({
        target: rateLimits.key,
        set: { taken: sql`${recent(count.within)} || ${now()}::float8` },
        setWhere: sql`cardinality(${recent(count.within)}) < ${count.free}`,
      })
      .returning({ key: rateLimits.key })
    if (took.length > 0) return
    await ask(method, count)
    throw new OverBudget(method, 0)
  }
  return {
    ask: async (method, of, priority) => {
      for (const count of countsOf(workspace, method, of, priority)) await ask(method, count)
    },
    take: async (method, of, priority) => {
      for (const count of countsOf(workspace, method, of, priority)) await take(method, count)
    },
  }
}

/** One of Slack's counts, and how many calls within its time leave room for more of this priority. */
interface Count {
  readonly key: string
  readonly within: number
  readonly free: number
}

/** What a call counts for: its channel, where there is such a count, and the whole workspace. */
function countsOf(workspace: string, method: Called, of: string, priority: Priority): Count[] {
  const count = (key: string, { calls, within }: Grant) => ({
    key,
    within,
    free: Math.floor(calls * share[priority]),
  })
  const [tier] = calledMethods[method]
  const channel = ofChannel[method]
  const whole = `${method}:${workspace}:`
  return [...(channel ? [count(whole + of, channel)] : []), count(whole, ofTier[tier])]
}

const instants = z.array(z.number())

/** For a workspace that counts nothing, such as the local one when a whole week is played in seconds. */
export const unlimited: Budget = { take: async () => {}, ask: async () => {} }

/** Slack's budget is used up for now. */
export class OverBudget extends TryLater {
  constructor(method: Called, milliseconds: number) {
    super(Math.max(1, Math.ceil(milliseconds / 1000)), `${method}: Slack's budget is used up for now`)
  }
}
