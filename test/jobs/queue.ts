import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { z } from 'zod'
import type { Ctx } from '../../src/ctx.ts'
import { defineJob, type Job, type Task } from '../../src/jobs/job.ts'
import { type Jobs, openJobs } from '../../src/jobs/jobs.ts'
import { openMeters } from '../../src/operation/meters.ts'
import { type Engine, freshDatabase, type TestDatabase } from '../databases.ts'

export const log = pino({ level: 'silent' })
// The jobs of these tests use nothing else of it.
export const ctx = { log, meters: openMeters() } as Ctx

export interface Work {
  readonly what: string
}
const patient = { timeout: 20_000, interval: 10 }
export const task = (what: string): Task => ({ job: 'work', payload: { what } })

/** Something that a test lets happen. */
export const gate = () => Promise.withResolvers<void>()

/** A queue of `work` that every test of a file begins anew, on one database. */
export function queueFor(engine: Engine) {
  let database: TestDatabase
  let jobs: Jobs
  let workspaces = 0
  /** What was run, in order. */
  const ran: string[] = []
  const heard = new Set<() => void>()

  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())
  beforeEach(() => {
    ran.length = 0
    heard.clear()
  })
  afterEach(() => jobs.stop())

  const note = (what: string) => {
    ran.push(what)
    for (const listener of heard) listener()
  }

  /** Queues are per workspace, so that none of these meets what another left. */
  async function working(job: Partial<Job<Work>> = {}) {
    const payload = z.object({ what: z.string() })
    const work = defineJob({ name: 'work', payload, run: async (_, { what }) => note(what), ...job })
    jobs = await openJobs(database, `T${++workspaces}`, [work], log)
    await jobs.start(ctx)
  }

  /** Resolves once so many of these were run. */
  const times = (n: number, what?: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (ran.filter((one) => what === undefined || one === what).length >= n) resolve()
      }
      heard.add(look)
      look()
    })

  /** Resolves once so many tasks of its queue are like this. */
  const are = (n: number, like: ReturnType<typeof sql>, queue = '') =>
    vi.waitFor(async () => {
      const name = `work.T${workspaces}${queue}`
      const found = await database.db.execute(sql`select 1 from pgboss.job where name = ${name} and ${like}`)
      expect(rowsOf(found)).toHaveLength(n)
    }, patient)

  /** Brings the try forward that the queue has put off; there is none before the failure is written down. */
  const hurry = () =>
    vi.waitFor(async () => {
      const due = sql`update pgboss.job set start_after = now() where state = 'retry' returning id`
      expect(rowsOf(await database.db.execute(due))).toHaveLength(1)
    }, patient)

  const enqueue = (...what: string[]) => jobs.enqueue(database.db, what.map(task))
  /** Asks for this in a transaction that then does something else. */
  const enqueueIn = (what: string, then = async () => {}) =>
    database.db.transaction(async (tx) => {
      await jobs.enqueue(tx, [task(what)])
      await then()
    })
  return { ran, note, working, times, are, hurry, enqueue, enqueueIn }
}

// PGlite answers `{ rows }`, postgres.js the rows themselves.
const rowsOf = (answer: unknown) =>
  z
    .union([z.array(z.unknown()), z.object({ rows: z.array(z.unknown()) }).transform(({ rows }) => rows)])
    .parse(answer)
