import { describe, expect, test } from 'vitest'
import { readAction, readReview } from '../../src/reviews/reading.ts'
import { received } from '../../src/slack/received.ts'
import { berlin, refusal } from '../given.ts'

const reading = { now: berlin('4 Dec 10:00'), zone: 'Europe/Berlin' }
/** `@api-owner` and `@dba` as Slack sends them. */
const action = (typed: string) => {
  const said = received(
    typed.replace(/@(api|dba)(-owner)?/g, (name, id) => `<@U${id.toUpperCase()}|${name.slice(1)}>`),
  )
  return readAction(said.text, said, reading)
}

describe('review', () => {
  test.each([
    ['', { act: 'show' }],
    ['close', { act: 'close' }],
    ['Close.', { act: 'close' }],
    ['start', { act: 'start' }],
    ['1', { act: 'rate', stars: 1, sentence: undefined }],
    ['4', { act: 'rate', stars: 4, sentence: undefined }],
    ['5/5 best handover so far', { act: 'rate', stars: 5, sentence: 'best handover so far' }],
  ])('%j is read', (text, said) => {
    expect(readReview(text)).toEqual(said)
  })

  test.each(['6', '0', '45', 'great', 'close it now'])('%j is not, and the right form is given', (text) => {
    expect(refusal(() => readReview(text))).toBe(
      `I read "${text}". Rate it from 1 to 5, like: /release review 4 good handover`,
    )
  })
})

describe('action', () => {
  const pool = { act: 'add', what: 'size the pool by load test', owner: 'UAPI', due: berlin('15 Dec 17:00') }

  test.each([
    ['size the pool by load test @api-owner tue 15 dec'],
    ['size the pool by load test @api-owner by tue 15 dec'],
    ['size the pool by load test tue 15 dec @api-owner'],
    ['@api-owner size the pool by load test tue 15 dec'],
  ])('%j is what, who and when', (text) => {
    expect(action(text)).toEqual(pool)
  })

  test('a name may have spaces', () => {
    const said = { people: ['UAPI'], tokens: [{ shown: '@Jürgen von Api', sent: '<@UAPI>' }] }
    expect(readAction('size the pool @Jürgen von Api 15 dec', said, reading)).toMatchObject({
      what: 'size the pool',
      due: berlin('15 Dec 17:00'),
    })
  })

  test('a time of day is kept', () => {
    expect(action('size the pool @api-owner 15 dec 12:00')).toMatchObject({
      due: berlin('15 Dec 12:00'),
    })
  })

  test('the last one named owns it', () => {
    expect(action('ask @dba about the pool @api-owner fri')).toMatchObject({
      what: 'ask @dba about the pool',
      owner: 'UAPI',
    })
  })

  test('what is missing stays open', () => {
    expect(action('size the pool fri')).toMatchObject({ what: 'size the pool', owner: null })
    expect(action('size the pool @api-owner')).toMatchObject({ what: 'size the pool', due: null })
  })

  test.each(['2 done', '#2 finished', 'action 2 done.'])('%j finishes it', (text) => {
    expect(action(text)).toEqual({ act: 'done', number: 2 })
  })

  test.each(['', '2', ' '])('%j only shows', (text) => {
    expect(action(text)).toEqual({ act: 'show' })
  })
})
