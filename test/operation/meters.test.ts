import { describe, expect, test } from 'vitest'
import { openMeters } from '../../src/operation/meters.ts'
import { ask, soon } from '../../src/operation/parts.ts'

const never = () => new Promise<never>(() => {})
const fails = () => Promise.reject(new Error('gone'))

describe('the queues in a scrape', () => {
  test('are all of one look, the first scrape as every other', async () => {
    const meters = openMeters()
    let looks = 0
    meters.watchQueues(async () => [{ queue: 'draw', waiting: ++looks, oldest: looks * 10 }])
    for (const look of [1, 2]) {
      const text = await meters.registry.metrics()
      expect(text).toContain(`shipshape_queue_waiting{queue="draw"} ${look}\n`)
      expect(text).toContain(`shipshape_queue_oldest_seconds{queue="draw"} ${look * 10}\n`)
    }
  })

  test.each([
    ['is away', fails],
    ['says nothing', never],
  ])('are left out while the database %s, and the rest is told', async (_, standing) => {
    const meters = openMeters()
    const stages = [async () => [{ queue: 'draw', waiting: 3, oldest: 1 }], standing]
    meters.watchQueues(() => (stages.shift() ?? standing)())
    await meters.registry.metrics()
    meters.acted('command go', 'done')
    const text = await meters.registry.metrics()
    expect(text).not.toContain('queue="draw"')
    expect(text).toContain('shipshape_acts_total{act="command go",outcome="done"} 1')
  })
})

describe('the parts of a probe', () => {
  test('are up, down, broken or silent, and none keeps another waiting', async () => {
    const began = performance.now()
    const parts = await ask({ up: () => true, down: async () => false, broken: fails, silent: never })
    expect(parts).toEqual({ up: true, down: false, broken: false, silent: false })
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('also one that breaks before it can promise anything', async () => {
    const broken = () => {
      throw new Error('gone')
    }
    expect(await soon(broken, 'else')).toBe('else')
  })
})

test('what is counted is named as Prometheus asks', async () => {
  const meters = openMeters()
  meters.watchQueues(async () => [])
  for (const { name, type, help } of await meters.registry.getMetricsAsJSON()) {
    expect(name).toMatch(/^shipshape_[a-z_]+$/)
    expect(name.endsWith('_total')).toBe(String(type) === 'counter')
    if (String(type) === 'histogram') expect(name).toMatch(/_seconds$/)
    expect(help).not.toBe('')
  }
})
