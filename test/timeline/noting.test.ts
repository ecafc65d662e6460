import { describe, expect, test } from 'vitest'
import { type Note, note } from '../../src/timeline/noting.ts'
import { actor, berlin, givenFacts, givenRelease, people, refusal } from '../given.ts'

const noting = (said: Partial<Note>, release = givenRelease()) =>
  note(release, givenFacts(), berlin('1 Dec 20:15'), actor(people.bystander), {
    text: '',
    link: null,
    author: null,
    ...said,
  })

const link = 'https://example.slack.com/archives/C1/p1'

describe('a note', () => {
  test('is what somebody says, on one line', () => {
    expect(noting({ text: ' the CDN\nwas slow ' })).toEqual([
      { type: 'noted', text: 'the CDN was slow', link: null, author: null },
    ])
  })

  test('may be a message, with its author and its address, even one without words', () => {
    const said = { text: 'refunds are slow', link, author: people.opsLead }
    expect(noting(said)).toEqual([{ type: 'noted', ...said }])
    expect(noting({ link })).toHaveLength(1)
  })

  test('says something', () => {
    expect(refusal(() => noting({ text: '  ' }))).toBe(
      'Note what? Like: /release timeline add the CDN was slow',
    )
  })

  test('fits when it is typed; of a message the beginning is kept', () => {
    const text = 'x'.repeat(5000)
    expect(refusal(() => noting({ text }))).toMatch('That has 5,000 characters, and 800 fit.')
    expect(noting({ text, link })).toMatchObject([{ text: `${'x'.repeat(799)}…` }])
  })

  test.each(['planned', 'preparing', 'executing', 'reviewing'] as const)(
    'is taken while it is %s',
    (state) => {
      expect(noting({ text: 'noted' }, givenRelease({ state }))).toHaveLength(1)
    },
  )

  test('is not taken once it is over', () => {
    expect(refusal(() => noting({ text: 'x' }, givenRelease({ state: 'cancelled' })))).toBe(
      'payments-2.4.0 is cancelled; its timeline takes no more notes.',
    )
    expect(refusal(() => noting({ text: 'x' }, givenRelease({ state: 'closed' })))).toMatch(
      'You may add an action',
    )
  })
})
