import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TryLater } from '../../src/jobs/job.ts'
import { type Budget, OverBudget, openBudget, type Priority } from '../../src/slack/budget.ts'
import { engines, freshDatabase, type TestDatabase } from '../databases.ts'

const minute = 60_000

/** How many calls of this priority are granted until one is put off. */
async function granted(budget: Budget, of: string, priority: Priority, most = 100): Promise<number> {
  for (let n = 0; n < most; n++) {
    try {
      await budget.take('chat.update', of, priority)
    } catch (error) {
      expect(error).toBeInstanceOf(OverBudget)
      return n
    }
  }
  return most
}

describe.each(engines)('Slack’s budgets on %s', (engine) => {
  let database: TestDatabase
  let workspaces = 0
  let now: number
  const fresh = () => `T${++workspaces}`
  const open = (workspace: string) => openBudget(database.db, workspace, () => now)
  beforeAll(async () => {
    database = await freshDatabase(engine)
    now = Date.now()
  })
  afterAll(() => database.close())

  test('what is less urgent leaves room for what is executed', async () => {
    const budget = open(fresh())
    const rest = await granted(budget, '', 4)
    const vote = await granted(budget, '', 2)
    const executing = await granted(budget, '', 1)
    expect(rest).toBe(27)
    expect(rest + vote).toBe(40)
    expect(rest + vote + executing).toBe(45)
  })

  test('is one for all replicas of a workspace, and each workspace has its own', async () => {
    const workspace = fresh()
    const [one, other] = [open(workspace), open(workspace)]
    expect((await granted(one, '', 1, 20)) + (await granted(other, '', 1))).toBe(45)
    expect(await granted(open(fresh()), '', 1, 10)).toBe(10)
  })

  test('a channel that is used up holds up no other', async () => {
    const budget = open(fresh())
    for (let n = 0; n < 5; n++) await budget.take('chat.postMessage', 'C1', 1)
    await expect(budget.take('chat.postMessage', 'C1', 1)).rejects.toBeInstanceOf(TryLater)
    await expect(budget.take('chat.postMessage', 'C2', 1)).resolves.toBeUndefined()
  })

  test('posts count for the whole workspace too, whatever their channel', async () => {
    const budget = open(fresh())
    for (let n = 0; n < 162; n++) await budget.take('chat.postMessage', `C${n}`, 4)
    await expect(budget.take('chat.postMessage', 'C162', 4)).rejects.toBeInstanceOf(OverBudget)
    await expect(budget.take('chat.postMessage', 'C162', 3)).resolves.toBeUndefined()
  })

  test('what was taken comes back when a minute has passed over it, and says when', async () => {
    const budget = open(fresh())
    await granted(budget, '', 4, 20)
    now += minute / 2
    expect(await granted(budget, '', 4)).toBe(7)
    await expect(budget.ask('chat.update', '', 4)).rejects.toMatchObject({ seconds: 30 })
    now += minute / 2
    expect(await granted(budget, '', 4)).toBe(20)
  })

  test('no minute grants more than its calls, wherever it begins', async () => {
    const calls = fc.array(fc.record({ pause: fc.nat(20_000), calls: fc.integer({ min: 1, max: 30 }) }))
    await fc.assert(
      fc.asyncProperty(calls, async (bursts) => {
        const budget = open(fresh())
        const times: number[] = []
        for (const { pause, calls: most } of bursts) {
          now += pause
          for (let n = await granted(budget, '', 1, most); n > 0; n--) times.push(now)
        }
        const within = (from: number) => times.filter((at) => at >= from && at < from + minute).length
        expect(Math.max(0, ...times.map(within))).toBeLessThanOrEqual(45)
      }),
      { numRuns: 20 },
    )
  })
})
