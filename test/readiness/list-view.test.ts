import { describe, expect, test } from 'vitest'
import { listView } from '../../src/readiness/list-view.ts'
import type { Item } from '../../src/readiness/readiness.ts'
import { berlin, givenFacts } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import { givenListed } from './given-readiness.ts'

/** The whole list, with so many items in it. */
function pageOf(n: number, asked: number) {
  const release = givenListed()
  const [first] = release.readiness.items
  const items = Array.from({ length: n }, (_, i): Item => {
    if (!first) throw new Error('the list has items')
    return { ...first, number: i + 1, title: `Item ${i + 1}` }
  })
  const long = { ...release, readiness: { ...release.readiness, items } }
  return listView(long, givenFacts(), berlin('25 Nov 16:00'), asked)
}
const changeable = (n: number, asked: number) =>
  buttonsOf(pageOf(n, asked)).filter((label) => label === 'Change…').length

describe('the whole list', () => {
  test.each([
    [12, 0, 12, null],
    [13, 0, 12, 'Items 1 to 12 of 13'],
    [13, 1, 1, 'Items 13 to 13 of 13'],
    [30, 1, 12, 'Items 13 to 24 of 30'],
    [30, 7, 6, 'Items 25 to 30 of 30'],
    [30, -1, 12, 'Items 1 to 12 of 30'],
  ])('of %s items, page %s has %s, and says which', (n, asked, on, says) => {
    expect(changeable(n, asked)).toBe(on)
    const line = /^Items .*$/m.exec(shown(pageOf(n, asked)))?.[0] ?? null
    expect(line).toBe(says)
  })

  test('can be read when its time is over, and changed no more', () => {
    const release = { ...givenListed(), state: 'executing' as const }
    const view = listView(release, givenFacts(), berlin('1 Dec 16:00'), 0)
    expect(shown(view)).toContain('Rehearse the rollback')
    expect(buttonsOf(view)).not.toContain('Change…')
  })
})
