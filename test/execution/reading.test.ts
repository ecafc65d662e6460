import { describe, expect, test } from 'vitest'
import { readOpen, readStep } from '../../src/execution/reading.ts'
import { refusal } from '../given.ts'

describe('step', () => {
  test.each([
    ['', { act: 'show' }],
    ['4', { act: 'show' }],
    ['4 done', { act: 'done', number: 4, note: null }],
    ['#4 Done.', { act: 'done', number: 4, note: null }],
    ['step 4 done “2 pods slow”', { act: 'done', number: 4, note: '2 pods slow' }],
    ['4 failed disk full', { act: 'failed', number: 4, why: 'disk full' }],
    ['4 failed', { act: 'failed', number: 4, why: '' }],
    ['4 again', { act: 'retry', number: 4 }],
    ['4 take', { act: 'take', number: 4 }],
    ['fix size the pool', { act: 'fix', why: 'size the pool' }],
  ])('%j is read kindly', (text, said) => expect(readStep(text)).toEqual(said))

  test('what it cannot read it says, with the right form', () => {
    expect(refusal(() => readStep('done'))).toBe(
      'Which step? I read "done", no number. Like: /release step 4 done',
    )
    expect(refusal(() => readStep('4 banana'))).toBe(
      'Step 4 is done or failed? I read "banana". Like: /release step 4 done',
    )
  })
})

describe('open', () => {
  test.each([
    ['', null],
    ['10%', { share: 10, why: null }],
    ['10', { share: 10, why: null }],
    ['0,5 %', { share: 0.5, why: null }],
    ['1% INC-482, refund errors 2.3 %', { share: 1, why: 'INC-482, refund errors 2.3 %' }],
    ['1 refund errors', { share: 1, why: 'refund errors' }],
    ['next', { share: 'next', why: null }],
    ['Everyone.', { share: 'everyone', why: null }],
    ['100 %', { share: 'everyone', why: null }],
    ['nobody it is on fire', { share: 0, why: 'it is on fire' }],
  ])('%j is read kindly', (text, said) => expect(readOpen(text)).toEqual(said))

  test('what it cannot read it says, with the right form', () => {
    expect(refusal(() => readOpen('wide'))).toBe('To whom? I read "wide". Like: /release open 10%')
    expect(refusal(() => readOpen('150%'))).toBe('To whom? I read "150%". Like: /release open 10%')
  })
})
