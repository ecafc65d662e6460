import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Lottery } from './lottery.ts'

describe('chance', () => {
  const hits = (seed: number, share: number, times = 400) => {
    const lottery = new Lottery<string>()
    lottery.rules = [{ of: '*', share, fault: 'hit' }]
    return Array.from({ length: times }, () => lottery.draw(seed, 'x')).filter(Boolean).length
  }

  test('hits about as often as its share says, never at none and always at all', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
        expect(Math.abs(hits(seed, share) / 400 - share)).toBeLessThan(0.15)
        expect([hits(seed, 0), hits(seed, 1)]).toEqual([0, 400])
      }),
      { numRuns: 30 },
    )
  })

  test('fits names by their pattern', () => {
    const lottery = new Lottery<string>()
    lottery.rules = [{ of: 'chat.*', share: 1, fault: 'hit' }]
    const drawn = ['chat.update', 'chatXupdate', 'views.open'].map((name) => lottery.draw(1, name))
    expect(drawn).toEqual(['hit', undefined, undefined])
  })
})
