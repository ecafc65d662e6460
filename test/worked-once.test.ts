import { expect, test } from 'vitest'
import { workedOnce, workedOnceByText } from '../src/worked-once.ts'

test('each thing is asked about once, and equal ones are not the same', () => {
  const asked: string[] = []
  const length = workedOnce(({ word }: { readonly word: string }) => {
    asked.push(word)
    return word.length
  })
  const go = { word: 'go' }
  expect([length(go), length(go), length({ word: 'go' }), length({ word: '' })]).toEqual([2, 2, 2, 0])
  expect(asked).toEqual(['go', 'go', ''])
})

test('what is asked in a text is worked out once for each text, and forgotten when there are too many', () => {
  const once = workedOnceByText<number>()
  let worked = 0
  const ask = (text: string) => once(text, () => ++worked)
  expect([ask('a'), ask('b'), ask('a')]).toEqual([1, 2, 1])
  for (let n = 0; n < 10_000; n++) ask(`${n}`)
  expect(ask('a')).toBe(10_003)
})
