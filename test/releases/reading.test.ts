import { describe, expect, test } from 'vitest'
import { readMove, readNewLine } from '../../src/releases/reading.ts'
import { berlin, refusal } from '../given.ts'

const at = { now: berlin('19 Nov 10:00'), zone: 'Europe/Berlin' }
const models = ['standard', 'solo', 'phased']
const reading = (text: string) => readNewLine(text, models, at)

describe('the one line of /release new', () => {
  test('with a reason', () => {
    expect(reading('payments 2.4.0 1 dec 16:00 because refunds reach customers the same day')).toEqual({
      product: 'payments',
      version: '2.4.0',
      model: null,
      target: berlin('1 Dec 16:00'),
      intent: 'refunds reach customers the same day',
    })
  })

  test('with a model, in any case, without a reason', () => {
    expect(reading('Payments 2.4.0 Phased tue 16:00')).toMatchObject({
      product: 'payments',
      model: 'phased',
      target: berlin('24 Nov 16:00'),
      intent: '',
    })
  })

  test('means the speaker’s own zone', () => {
    const line = readNewLine('payments 2.4.0 1 dec 10:00', models, { ...at, zone: 'America/New_York' })
    expect(line.target).toEqual(berlin('1 Dec 16:00'))
  })

  test.each([
    ['payments', 'Which version? I read payments. Like: /release new payments 2.4.0 tue 16:00'],
    [
      'payments 2.4.0',
      'When does it open? I read payments, 2.4.0, no date. Like: /release new payments 2.4.0 tue 16:00',
    ],
    [
      'payments 2.4.0 phased soonish',
      'When does it open? I read payments, 2.4.0, phased, no date. Like: /release new payments 2.4.0 tue 16:00',
    ],
    [
      'payments 2.4.0 1 dec',
      'At what time? I read payments, 2.4.0 and a day. Like: /release new payments 2.4.0 tue 16:00',
    ],
  ])('"%s" is told what is missing', (text, words) => {
    expect(refusal(() => reading(text))).toBe(words)
  })

  test('words that are neither date nor reason are not lost silently', () => {
    expect(refusal(() => reading('payments 2.4.0 1 dec 16:00 for the fair'))).toMatch(
      'A reason comes after "because"',
    )
  })
})

describe('the words of /release move', () => {
  test('a date and why', () => {
    expect(readMove('fri 16:00 because load test late', at)).toEqual({
      to: berlin('20 Nov 16:00'),
      why: 'load test late',
    })
  })

  test.each(['', 'later', 'because load test late'])('"%s" has no date', (text) => {
    expect(refusal(() => readMove(text, at))).toMatch('To when?')
  })
})
