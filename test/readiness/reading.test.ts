import { describe, expect, test } from 'vitest'
import { readReady, reasonIn } from '../../src/readiness/reading.ts'
import { refusal } from '../given.ts'

describe('what follows /release ready', () => {
  test.each([
    ['', null],
    ['4', { number: 4, act: null, rest: '' }],
    ['4 done', { number: 4, act: 'done', rest: '' }],
    ['#4 Done. https://ci/812', { number: 4, act: 'done', rest: 'https://ci/812' }],
    ['item 6 blocked staging is down', { number: 6, act: 'blocked', rest: 'staging is down' }],
    ['done 4 https://ci/812', { number: 4, act: 'done', rest: 'https://ci/812' }],
    ['4 UNBLOCK', { number: 4, act: 'unblock', rest: '' }],
    ['4 skip “covered”', { number: 4, act: 'skip', rest: 'covered' }],
    ['4 take', { number: 4, act: 'take', rest: '' }],
    ['4 give @dba', { number: 4, act: 'give', rest: '@dba' }],
    ['4 undo', { number: 4, act: 'undo', rest: '' }],
  ])('%j is read', (text, said) => {
    expect(readReady(text)).toEqual(said)
  })

  test.each([
    [
      'staging is down',
      'Which item? I read "staging is down". The number on the card comes first: /release ready 4 done',
    ],
    ['4 dnoe', 'I read item 4 and "dnoe". Did you mean done? Like: /release ready 4 done'],
    [
      '4 whatever',
      'I read item 4 and "whatever". Done, blocked, skip, take, give or undo? Like: /release ready 4 done',
    ],
  ])('%j is not', (text, words) => {
    expect(refusal(() => readReady(text))).toBe(words)
  })
})

test.each([
  ['staging is down @ops-oncall', 'staging is down'],
  ['staging is down, @ops-oncall', 'staging is down'],
  ['@ops-oncall rebuilds staging', '@ops-oncall rebuilds staging'],
  ['@ops-oncall', '@ops-oncall'],
  ['staging is down', 'staging is down'],
])('of "%s" the reason is "%s"', (said, reason) => {
  expect(reasonIn(said)).toBe(reason)
})
