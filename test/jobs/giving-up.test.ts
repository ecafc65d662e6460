import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { gate, queueFor } from './queue.ts'

const { ran, note, working, times, are, hurry, enqueue } = queueFor('postgres')

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
  for (let tried = 1; tried <= 9; tried++) {
    await times(tried)
    if (tried < 9) await hurry()
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
  await are(1, sql`state = 'completed'`, '.dead')
  expect(told).toEqual([])
})
