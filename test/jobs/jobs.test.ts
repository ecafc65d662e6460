import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defineJob, TryLater } from '../../src/jobs/job.ts'
import { openJobs } from '../../src/jobs/jobs.ts'
import { engines, freshDatabase } from '../databases.ts'
import { ctx, gate, log, queueFor, task } from './queue.ts'

describe.each(engines)('the queue on %s', (engine) => {
  const { ran, note, working, times, are, hurry, enqueue, enqueueIn } = queueFor(engine)

  test('a task of a transaction that failed does not exist; one that was committed runs', async () => {
    await working()
    const failing = enqueueIn('undone', async () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await enqueueIn('done')
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
    await times(1)
    await hurry()
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
    await are(1, sql`state = 'created' and start_after > now() + interval '1 minute'`)
    await enqueue('card')
    await times(2)
  })
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
