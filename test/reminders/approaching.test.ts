import { describe, expect, test } from 'vitest'
import type { Feature } from '../../src/feature.ts'
import { emptyReadiness } from '../../src/readiness/readiness.ts'
import type { Release } from '../../src/releases/release.ts'
import { dueToApproach, evolveApproaching, wakesToApproach } from '../../src/reminders/approaching.ts'
import { approachingMessage } from '../../src/reminders/approaching-view.ts'
import { noVotes } from '../../src/votes/votes.ts'
import { berlin, given, givenFacts, givenRelease, people, system } from '../given.ts'
import { givenListed } from '../readiness/given-readiness.ts'
import { buttonsOf, shown } from '../shown.ts'

const features: readonly Feature[] = [{ name: 'approaching', evolve: evolveApproaching }]
const set = (wall: string) => ({ target: berlin('1 Dec 16:00'), at: berlin(wall), by: people.rm, why: null })
const planned = (overrides: Partial<Release> = {}) =>
  givenRelease({ approaches: [], targets: [set('16 Nov 10:00')], ...overrides })

/** The standard model reminds 3 working days before, 09:00, and 1 working day before, 09:00. */
const [first, last] = [berlin('26 Nov 09:00'), berlin('30 Nov 09:00')]
const approach = (offset: number, target = berlin('1 Dec 16:00')) => ({
  type: 'targetApproaching' as const,
  target,
  offset,
})
const when = (release: Release, now: Date) =>
  given(features, release).when(dueToApproach, { now, by: system })

describe('the target approaches', () => {
  test('is told at the model’s moments', () => {
    expect(wakesToApproach(planned(), givenFacts())).toEqual([first, last])
    when(planned(), berlin('26 Nov 08:59')).happens([])
    when(planned(), first).happens([approach(0)])
  })

  test('is told once per moment', () => {
    const told = when(planned(), first).state
    when(told, berlin('27 Nov 10:00')).happens([])
    expect(wakesToApproach(told, givenFacts())).toEqual([last])
    const twice = when(told, last).state
    when(twice, berlin('1 Dec 10:00')).happens([])
    expect(wakesToApproach(twice, givenFacts())).toEqual([])
  })

  test('is told once for two moments that passed on hold', () => {
    const hold = { since: berlin('25 Nov 10:00'), by: people.rm, why: 'INC-482' }
    when(planned({ hold }), last).happens([])
    expect(wakesToApproach(planned({ hold }), givenFacts())).toEqual([])
    when(planned(), last).happens([approach(1)])
    const told = when(planned(), last).state
    expect(wakesToApproach(told, givenFacts())).toEqual([])
  })

  test('is not told of moments that had passed before the target was set', () => {
    const late = planned({ targets: [set('27 Nov 10:00')] })
    when(late, berlin('27 Nov 10:00')).happens([])
    expect(wakesToApproach(late, givenFacts())).toEqual([last])
  })

  test('is told anew of a new target', () => {
    const target = berlin('8 Dec 16:00')
    const moved = planned({
      target,
      targets: [set('16 Nov 10:00'), { ...set('30 Nov 12:00'), target }],
      approaches: [approach(0), approach(1)],
    })
    expect(wakesToApproach(moved, givenFacts())).toEqual([berlin('3 Dec 09:00'), berlin('7 Dec 09:00')])
    when(moved, berlin('3 Dec 09:00')).happens([approach(0, target)])
  })

  test.each(['planned', 'executing', 'cancelled'] as const)('is not told while %s', (state) => {
    when(planned({ state }), last).happens([])
    expect(wakesToApproach(planned({ state }), givenFacts())).toEqual([])
  })
})

describe('what the release manager reads', () => {
  const drawn = (release: Release) =>
    approachingMessage.draw({
      release,
      facts: givenFacts(),
      key: '4',
      person: people.rm,
      params: {},
      now: berlin('26 Nov 09:00'),
      posted: () => null,
    })

  test('is what is still open', () => {
    const message = drawn(givenListed([], { votes: noVotes }))
    if (!message) return expect.unreachable()
    expect(message.text).toBe('payments-2.4.0 opens Tue 1 Dec, 16:00 Berlin: 9 of 9 open, 1 late')
    expect(shown(message)).toContain('*Ready* 0 of 9: way back late since Tue 24 Nov, 17:00')
    expect(buttonsOf(message)).toEqual(['Status', 'Move…'])
  })

  test('has no buttons once the release has begun, or waits', () => {
    const begun = drawn(givenRelease({ state: 'executing', readiness: emptyReadiness, votes: noVotes }))
    expect(begun && shown(begun)).toBe('*payments-2.4.0: this reminder is over*')
  })
})
