import { describe, expect, test } from 'vitest'
import type { TrafficLine } from '../../traffic/protocol.ts'
import { duration, filtered, merged, weight } from './lines.ts'

function line(id: number, more: Partial<TrafficLine> = {}): TrafficLine {
  const plain = { by: 'bot token', gist: 'channel #pier', retry: 0, fault: null, at: 0, size: 20 }
  return { id, sort: 'call', name: 'chat.update', ...plain, ms: 4, outcome: 'ok', words: 'ok', ...more }
}

const said = line(1)
const refused = line(2, { outcome: 'refused', words: 'channel_not_found', gist: 'channel C0' })
const pressed = line(3, { sort: 'interactive', name: 'block_actions', by: 'by HTTP' })
const lines = [said, refused, pressed]

describe('the filter shows', () => {
  test.each([
    ['all', '', [1, 2, 3]],
    ['to the app', '', [3]],
    ['from the app', '', [1, 2]],
    ['refused', '', [2]],
    ['all', 'PIER', [1, 3]],
    ['all', 'http #pier', [3]],
    ['all', 'not_found', [2]],
    ['to the app', 'chat', []],
  ] as const)('%s with "%s"', (show, words, ids) =>
    expect(filtered(lines, show, words).map(({ id }) => id)).toEqual(ids),
  )
})

describe('what is new', () => {
  test('takes the place of what it was', () => {
    const waiting = line(4, { outcome: 'waiting', ms: null })
    const ended = line(4)
    expect(merged([said, waiting], [ended, line(5)])).toEqual([said, ended, line(5)])
  })

  test('pushes out what is too old', () => {
    const many = Array.from({ length: 500 }, (_, id) => line(id))
    expect(merged(many, [line(500)]).map(({ id }) => id)).toEqual(many.map(({ id }) => id + 1))
  })
})

test.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1340, '1.3 s'],
  [null, ''],
])('%s lasts "%s"', (ms, told) => expect(duration(ms)).toBe(told))

test.each([
  [0, '0 B'],
  [4120, '4.1 kB'],
  [null, ''],
])('%s weighs "%s"', (size, told) => expect(weight(size)).toBe(told))
