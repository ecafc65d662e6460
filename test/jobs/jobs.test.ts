import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Ctx } from '../../src/ctx.ts'
import { defineJob, type Job, type Task, TryLater } from '../../src/jobs/job.ts'
import { type Jobs, openJobs } from '../../src/jobs/jobs.ts'
import { openMeters } from '../../src/operation/meters.ts'
import { engines, freshDatabase, type TestDatabase } from '../databases.ts'

const log = pino({ level: 'silent' })
// The jobs of this file use nothing else of it.
const ctx = { log, meters: openMeters() } as Ctx

interface Work {
  readonly what: string
}
const task = (what: string): Task => ({ job: 'work', payload: { what } })

/** Something that a test lets happen. */
const gate = () => Promise.withResolvers<void>()

describe.each(engines)('the queue on %s', (engine) => {
  let database: TestDatabase
  let jobs: Jobs
  /** What was run, in order. */
  let ran: string[]
  let heard: (() => void)[]

  beforeEach(async () => {
    database = await freshDatabase(engine)
    ran = []
    heard = []
  })
  afterEach(async () => {
    await jobs.stop()
    await database.close()
  })

  const note = (what: string) => {
    ran.push(what)
    for (const listener of heard) listener()
  }

  /** Resolves once so many of these were run. */
  const times = (n: number, what?: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (ran.filter((one) => what === undefined || one === what).length >= n) resolve()
      }
      heard.push(look)
      look()
    })

  async function working(job: Partial<Job<Work>> = {}, { start = true } = {}) {
    const payload = z.object({ what: z.string() })
    const work = defineJob({ name: 'work', payload, run: async (_, { what }) => note(what), ...job })
    jobs = await openJobs(database, 'T1', [work], log)
    if (start) await jobs.start(ctx)
  }

  const enqueue = (...what: string[]) => jobs.enqueue(database.db, what.map(task))

  test('a task of a transaction that failed does not exist; one that was committed runs', async () => {
    await working()
    const failing = database.db.transaction(async (tx) => {
      await jobs.enqueue(tx, [task('undone')])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await database.db.transaction((tx) => jobs.enqueue(tx, [task('done')]))
    await times(1)
    expect(ran).toEqual(['done'])
  })

  test('a throw is tried again', async () => {
    await working({
      run: async (_, { what }) => {
        note(what)
        if (ran.length < 2) throw new Error('not yet')
      },
    })
    await enqueue('stubborn')
    await times(2)
    expect(ran).toEqual(['stubborn', 'stubborn'])
  })

  test('asking to be tried later uses up no try', async () => {
    const given: string[] = []
    await working({
      run: async (_, { what }) => {
        note(what)
        if (ran.length < 12) throw new TryLater(0, 'Slack is busy')
        note('done')
      },
      gaveUp: async (_, { what }) => void given.push(what),
    })
    await enqueue('patient')
    await times(1, 'done')
    expect(ran.filter((what) => what === 'patient')).toHaveLength(12)
    expect(given).toEqual([])
  })

  test('of equal keys one waits while one runs, and never do two run', async () => {
    const first = gate()
    let running = 0
    let most = 0
    await working({
      key: ({ what }) => what,
      run: async (_, { what }) => {
        most = Math.max(most, ++running)
        note(what)
        if (ran.length === 1) await first.promise
        running--
      },
    })
    await enqueue('card')
    await times(1)
    await enqueue('card', 'card', 'card')
    first.resolve()
    await times(2)
    await enqueue('last')
    await times(1, 'last')
    expect(ran).toEqual(['card', 'card', 'last'])
    expect(most).toBe(1)
  })

  test('what has another key does not wait, though it was asked for later', async () => {
    const [begun, first] = [gate(), gate()]
    await working({
      key: ({ what }) => what,
      run: async (_, { what }) => {
        if (what === 'slow') {
          begun.resolve()
          await first.promise
        }
        note(what)
      },
    })
    await enqueue('slow')
    await begun.promise
    await enqueue('slow', 'quick')
    await times(1, 'quick')
    expect(ran).toEqual(['quick'])
    first.resolve()
    await times(2, 'slow')
  })

  test('what was put off is brought forward by the next that is asked for', async () => {
    await working({
      key: ({ what }) => what,
      run: async (_, { what }) => {
        note(what)
        if (ran.length === 1) throw new TryLater(600, 'a post may still arrive')
      },
    })
    await enqueue('card')
    await waiting(1)
    await enqueue('card')
    await times(2)
  })

  /** Resolves once so many tasks wait for their time. */
  async function waiting(n: number) {
    for (let found = -1; found < n; ) {
      const answer = await database.db.execute(
        sql`select 1 from pgboss.job where state = 'created' and start_after > now() + interval '1 minute'`,
      )
      found = rowsOf(answer).length
    }
  }

  test('all tries used up: told once, with what it was', async () => {
    const given = gate()
    const told: string[] = []
    await working({
      key: ({ what }) => what,
      run: async (_, { what }) => {
        note(what)
        throw new Error('never')
      },
      gaveUp: async (_, { what }) => {
        told.push(what)
        given.resolve()
      },
    })
    await enqueue('hopeless')
    // Asking again brings the next try forward, so that the test need not wait as long as Slack is given.
    for (let tried = 1; tried <= 9; tried++) {
      await times(tried)
      if (tried < 9) await enqueueBehindFailure()
    }
    await given.promise
    expect(told).toEqual(['hopeless'])
    expect(ran).toHaveLength(9)
  })

  test('what fails while an equal one waits for its next try is left to that one, and nobody is told', async () => {
    const first = gate()
    const told: string[] = []
    await working({
      key: ({ what }) => what,
      run: async (_, { what }) => {
        note(what)
        if (ran.length === 1) await first.promise
        if (ran.length < 3) throw new Error('not yet')
      },
      gaveUp: async (_, { what }) => void told.push(what),
    })
    await enqueue('card')
    await times(1)
    await enqueue('card')
    first.resolve()
    await times(3)
    await done('work.T1.dead')
    expect(told).toEqual([])
  })

  /** Resolves once a task of this queue was done. */
  async function done(queue: string) {
    const completed = sql`select 1 from pgboss.job where name = ${queue} and state = 'completed'`
    const rows = async () => rowsOf(await database.db.execute(completed))
    await expect.poll(rows, { timeout: 60_000 }).toHaveLength(1)
  }

  /** Brings the try forward that the queue has put off; there is none before the failure is written down. */
  async function enqueueBehindFailure() {
    const due = sql`update pgboss.job set start_after = now() where state = 'retry' returning id`
    while (rowsOf(await database.db.execute(due)).length === 0);
  }
})

test('a task is not begun before the transaction that asks for it again has ended', async () => {
  const database = await freshDatabase('postgres')
  const order: string[] = []
  const [other, card] = [gate(), gate()]
  const work = defineJob({
    name: 'work',
    payload: z.object({ what: z.string() }),
    key: ({ what }) => what,
    run: async (_, { what }) => {
      order.push(what)
      if (what === 'other') other.resolve()
      else card.resolve()
    },
  })
  const jobs = await openJobs(database, 'T1', [work], log)
  await jobs.enqueue(database.db, [task('card'), task('other')])
  await database.db.transaction(async (tx) => {
    await jobs.enqueue(tx, [task('card')])
    await jobs.start(ctx)
    await other.promise
    order.push('changed')
  })
  await card.promise
  expect(order).toEqual(['other', 'changed', 'card'])
  await jobs.stop()
  await database.close()
})

// PGlite answers `{ rows }`, postgres.js the rows themselves.
const rowsOf = (answer: unknown) =>
  z
    .union([z.array(z.unknown()), z.object({ rows: z.array(z.unknown()) }).transform(({ rows }) => rows)])
    .parse(answer)
