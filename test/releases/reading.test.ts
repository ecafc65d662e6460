import { describe, expect, test } from 'vitest'
import { readMove, readNewLine } from '../../src/releases/reading.ts'
import { berlin, refusal } from '../given.ts'

const at = { now: berlin('19 Nov 10:00'), zone: 'Europe/Berlin' }
const names = {
  products: ['payments', 'ledger'],
  models: ['standard', 'solo', 'phased'],
  retired: { products: ['search'], models: ['weekly'] },
}
const reading = (text: string) => readNewLine(text, names, at)
const moving = (text: string) => readMove(text, 'payments-2.4.0', at)

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
    const line = readNewLine('payments 2.4.0 1 dec 10:00', names, { ...at, zone: 'America/New_York' })
    expect(line.target).toEqual(berlin('1 Dec 16:00'))
  })

  test.each([
    ['because of refunds', 'Which product? Like: /release new payments 2.4.0 tue 16:00'],
    ['payroll 2.4.0', 'I know no product "payroll". Known: ledger, payments'],
    ['paymnets 2.4.0 1 dec 16:00', 'I know no product "paymnets". Did you mean payments?'],
    ['payments 2.4.0 tue 17 nov 16:00', 'Tue 17 Nov, 16:00 has passed. Next one?'],
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
    [
      'search 2.4.0 1 dec 16:00',
      'The product search is retired: its releases go on, nothing new is planned with it. Known: ledger, payments',
    ],
    [
      'payments 2.4.0 weekly 1 dec 16:00',
      'The model weekly is retired: its releases go on, nothing new is planned with it. Known: phased, solo, standard',
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
    expect(moving('fri 16:00 because load test late')).toEqual({
      to: berlin('20 Nov 16:00'),
      why: 'load test late',
    })
  })

  test.each(['', 'later', 'because load test late'])('"%s" has no date', (text) => {
    expect(refusal(() => moving(text))).toMatch('To when?')
  })
})
