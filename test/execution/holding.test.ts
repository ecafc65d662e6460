import { describe, expect, test } from 'vitest'
import { dueToAsk, wakesToAsk } from '../../src/execution/asking.ts'
import { openAsk } from '../../src/execution/asks.ts'
import { drawRun } from '../../src/execution/card.ts'
import { opensEarly } from '../../src/execution/opening.ts'
import { exposureOf, watchLeft } from '../../src/execution/progress.ts'
import { openShown } from '../../src/execution/receipts.ts'
import type { Feature } from '../../src/feature.ts'
import { evolveLifecycle, hold, resume } from '../../src/releases/lifecycle.ts'
import { resumedReceipt } from '../../src/releases/receipts.ts'
import type { Release } from '../../src/releases/release.ts'
import { actor, after, berlin, givenFacts, people, recorded } from '../given.ts'
import { shown } from '../shown.ts'
import { deployed, drawn, features, live, narrowed, onHold, openToTen } from './given-execution.ts'

const all: readonly Feature[] = [...features, { name: 'lifecycle', evolve: evolveLifecycle }]
const facts = givenFacts()
const held = (release: Release, at: string) => {
  const now = berlin(at)
  const by = actor(people.opsOncall)
  return after(all, release, hold(release, facts, now, by, 'INC-482'), { at: now, by })
}
const resuming = (release: Release, at: string) => resume(release, facts, berlin(at), actor(people.rm))
const resumed = (release: Release, at: string) =>
  after(all, release, resuming(release, at), { at: berlin(at), by: actor(people.rm) })

/** 10 % since Tue 17:10, to be watched for 18 h. */
const watching = openToTen()

describe('time on hold is not time watched', () => {
  test('what was left when it was held is watched from when it goes on', () => {
    expect(resuming(held(watching, '1 Dec 20:10'), '2 Dec 09:00')).toEqual([
      { type: 'releaseResumed' },
      { type: 'watchWentOn', exposure: 2, soakUntil: berlin('3 Dec 00:00') },
    ])
    const release = resumed(held(watching, '1 Dec 20:10'), '2 Dec 09:00')
    expect(exposureOf(release)).toMatchObject({
      since: berlin('1 Dec 17:10'),
      next: { share: 100, at: berlin('3 Dec 00:00') },
    })
    expect(opensEarly(release, 'next', berlin('2 Dec 23:59'))).toBe(true)
  })

  test('held twice, both times count', () => {
    const once = resumed(held(watching, '1 Dec 18:10'), '1 Dec 19:10')
    const twice = resumed(held(once, '1 Dec 20:10'), '1 Dec 22:10')
    expect(exposureOf(twice).soakUntil).toEqual(berlin('2 Dec 14:10'))
  })

  test('narrowed on hold, the whole watch of the smaller share is to come', () => {
    const release = narrowed(1, held(watching, '1 Dec 20:10'), '1 Dec 20:15')
    expect(exposureOf(resumed(release, '2 Dec 09:00')).soakUntil).toEqual(berlin('2 Dec 10:00'))
  })

  test('nobody is asked to open further before it was watched to its end', () => {
    const release = resumed(held(watching, '1 Dec 20:10'), '2 Dec 09:00')
    expect(wakesToAsk(release)).toEqual([berlin('3 Dec 00:00')])
    expect(dueToAsk(release, facts, berlin('2 Dec 11:10'))).toEqual([])
    expect(dueToAsk(release, facts, berlin('3 Dec 00:00'))).toEqual([{ type: 'openingAsked', exposure: 2 }])
  })

  test.each<[string, Release]>([
    ['was watched to its end', onHold(watching, '2 Dec 11:10')],
    ['is open to nobody yet, so the target stays', onHold(deployed(), '1 Dec 15:59')],
    ['is open to everyone', onHold(live(), '2 Dec 15:20')],
    ['is not held', watching],
  ])('a release that %s has no watch to go on with', (_, release) => {
    expect(watchLeft(release)).toBeNull()
    expect(resuming(release, '4 Dec 09:00').filter(({ type }) => type === 'watchWentOn')).toEqual([])
  })
})

describe('what is said of it', () => {
  const release = held(watching, '1 Dec 20:10')
  const now = berlin('2 Dec 09:00')

  test('on hold the card says what is left, and of no time when it goes on', () => {
    const lines = shown(drawRun(release, facts, now)).split('\n')
    expect(lines).toContain('*Now* 8 Open to everyone · payments-lead')
    expect(lines.at(-2)).toMatch(/\*Open to\* 10 %, since Tue 1 Dec, 17:10, 15 h of its watch left$/)
    expect(shown(openShown({ release, facts, now }))).toMatch(/open to 10 %, everyone after the hold\./)
  })

  test('whoever resumes it reads until when it is watched', () => {
    const events = recorded(release, resuming(release, '2 Dec 09:00'))
    const goesOn = { release: resumed(release, '2 Dec 09:00'), facts, events }
    expect(shown(resumedReceipt(goesOn, now))).toBe(
      '*payments-2.4.0* goes on. 10 % is watched until Thu 3 Dec, 00:00.',
    )
    const early = { ...goesOn, events: events.slice(0, 1) }
    expect(shown(resumedReceipt(early, now))).toBe('*payments-2.4.0* goes on.')
    expect(shown(resumedReceipt({ ...goesOn, events: [] }, now))).toBe('*payments-2.4.0* was not on hold.')
  })

  test('the question to open further counts only the time watched', () => {
    const asked = resumed(release, '2 Dec 09:00')
    expect(shown(drawn(openAsk, asked, { key: '2', at: '3 Dec 00:00' }))).toContain(
      '10 % was watched for 18 h. Open to everyone?',
    )
  })
})
