import { expect, test } from 'vitest'
import { workedOnce } from '../src/worked-once.ts'

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
