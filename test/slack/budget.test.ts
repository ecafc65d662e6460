import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TryLater } from '../../src/jobs/job.ts'
import { type Budget, openBudget, type Priority } from '../../src/slack/budget.ts'
import { engines, freshDatabase, type TestDatabase } from '../databases.ts'

/** How many calls of this priority are granted until one is put off. */
async function granted(budget: Budget, of: string, priority: Priority, most = 100): Promise<number> {
  for (let n = 0; n < most; n++) {
    try {
      await budget.take('chat.update', of, priority)
    } catch (error) {
      expect(error).toBeInstanceOf(TryLater)
      return n
    }
  }
  return most
}

describe.each(engines)('Slack’s budgets on %s', (engine) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await freshDatabase(engine)
  })
  afterEach(() => database.close())

  test('what is less urgent leaves room for what is executed', async () => {
    const budget = openBudget(database.db, 'T1')
    const rest = await granted(budget, '', 4)
    const vote = await granted(budget, '', 2)
    const executing = await granted(budget, '', 1)
    expect(rest).toBe(27)
    expect(rest + vote).toBe(40)
    expect(rest + vote + executing).toBe(45)
  })

  test('is one for all replicas of a workspace, and each workspace has its own', async () => {
    const [one, other] = [openBudget(database.db, 'T1'), openBudget(database.db, 'T1')]
    expect((await granted(one, '', 1, 20)) + (await granted(other, '', 1))).toBe(45)
    expect(await granted(openBudget(database.db, 'T2'), '', 1, 10)).toBe(10)
  })

  test('a channel that is used up holds up no other', async () => {
    const budget = openBudget(database.db, 'T1')
    for (let n = 0; n < 5; n++) await budget.take('chat.postMessage', 'C1', 1)
    await expect(budget.take('chat.postMessage', 'C1', 1)).rejects.toBeInstanceOf(TryLater)
    await expect(budget.take('chat.postMessage', 'C2', 1)).resolves.toBeUndefined()
  })
})
