import { describe, expect, test } from 'vitest'
import { isCondition, readAnswer, readVote } from '../../src/votes/reading.ts'
import { berlin, givenFacts, refusal } from '../given.ts'

const facts = givenFacts()

describe('what follows go, no-go and abstain', () => {
  test.each([
    ['', null, null],
    ['finance is ready', null, 'finance is ready'],
    ['"checkout is red"', null, 'checkout is red'],
    [': because checkout is red', null, 'checkout is red'],
    ['for Quality checkout is red', ['Quality'], 'checkout is red'],
    ['for quality: checkout is red', ['quality'], 'checkout is red'],
    ['for both', 'all', null],
    ['for all finance is ready', 'all', 'finance is ready'],
    ['for advice staging is red', 'advice', 'staging is red'],
    ['for now it is fine', null, 'for now it is fine'],
  ])('"%s"', (text, roles, note) => {
    expect(readAnswer(text, facts)).toEqual({ roles, note })
  })

  test.each([
    'if load test green by 10:00',
    'but only after the fix',
    'once staging is back',
    'Unless it rains',
  ])('"go %s" is asked about', (note) => expect(isCondition(note)).toBe(true))

  test.each(['finance is ready', 'butter is fine', null])('"go %s" is not', (note) => {
    expect(isCondition(note)).toBe(false)
  })
})

describe('what follows vote', () => {
  const reading = { now: berlin('30 Nov 10:00'), zone: 'Europe/Berlin' }
  const read = (text: string) => readVote(text, reading)

  test.each([
    ['', { act: 'show' }],
    ['close', { act: 'close' }],
    ['Cancel load test is red', { act: 'cancel', why: 'load test is red' }],
    ['cancel', { act: 'cancel', why: '' }],
    ['open', { act: 'open', until: null, why: null }],
    ['open because staging is back tonight', { act: 'open', until: null, why: 'staging is back tonight' }],
    ['open until tue 12:00', { act: 'open', until: berlin('1 Dec 12:00'), why: null }],
    ['open until tue 12:00 because x', { act: 'open', until: berlin('1 Dec 12:00'), why: 'x' }],
  ])('"%s"', (text, said) => {
    expect(read(text)).toEqual(said)
  })

  test.each([
    [
      'open until later',
      /^Open until when\? I read "until later"\. Like: \/release vote open until tue 12:00/,
    ],
    ['open until tuesday', /I read "until tuesday", no time/],
    ['for me', /^I do not know "vote for"/],
  ])('"%s" says what was read', (text, words) => {
    expect(refusal(() => read(text))).toMatch(words)
  })
})
