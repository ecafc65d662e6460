import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evolvePlanning, move, type Plan, plan } from '../../src/releases/planning.ts'
import { actor, after, berlin, given, givenFacts, givenRelease, people, refusal } from '../given.ts'

const features = [{ name: 'planning', evolve: evolvePlanning }]
const now = berlin('19 Nov 10:00')
const wish: Plan = {
  product: 'payments',
  version: '2.4.0',
  intent: ' Refunds the same day ',
  target: berlin('1 Dec 16:00'),
  manager: people.rm,
  deputy: null,
}
const planning = (change: Partial<Plan>) => () =>
  plan(givenRelease(), givenFacts(), now, { ...wish, ...change })

describe('planning', () => {
  test('keeps what was asked, tidied', () => {
    expect(planning({ version: ' 2.4.0-RC1 ' })()).toEqual([
      { type: 'releasePlanned', ...wish, version: '2.4.0-rc1', intent: 'Refunds the same day' },
    ])
  })

  test.each(['', '2 4', '-1', '2.4.0!', '<!channel>', '💥', 'v'.repeat(51)])(
    '"%s" is no version',
    (version) => {
      expect(refusal(planning({ version }))).toMatch('is no version')
    },
  )

  test('a version of any allowed characters is taken', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-z][0-9a-z.+_-]{0,49}$/), (version) => {
        expect(planning({ version })()).toHaveLength(1)
      }),
    )
  })

  test('a target that has passed names the next one with that weekday and time', () => {
    const monday = berlin('30 Nov 10:00')
    expect(
      refusal(() => plan(givenRelease(), givenFacts(), monday, { ...wish, target: berlin('24 Nov 16:00') })),
    ).toBe('Tue 24 Nov, 16:00 has passed. Next one: Tue 1 Dec, 16:00?')
  })

  test.each([people.guest, people.stranger])('%s cannot run a release, nor stand in', (outsider) => {
    expect(refusal(planning({ manager: outsider }))).toMatch('The release manager must be a member')
    expect(refusal(planning({ deputy: outsider }))).toMatch('The deputy must be a member')
  })
})

describe('moving', () => {
  const release = givenRelease({ targets: [{ target: wish.target, at: now, by: people.rm, why: null }] })
  const to = berlin('3 Dec 16:00')
  const moving = (person: string) =>
    given(features, release).when((r, facts, at) =>
      move(r, facts, at, actor(person), { to, why: 'load test late' }),
    )

  test.each([people.rm, people.deputy, people.admin])(
    '%s may, and every target is kept with who and why',
    (person) => {
      expect(moving(person).state).toMatchObject({
        target: to,
        targets: [
          { target: wish.target, why: null },
          { target: to, why: 'load test late' },
        ],
      })
    },
  )

  test.each([people.qaLead, people.opsOncall, people.bystander])('%s may not', (person) => {
    moving(person).isRefused('Only rm or an admin moves it')
  })

  test('to where it is already changes nothing', () => {
    expect(move(release, givenFacts(), now, actor(people.rm), { to: release.target, why: null })).toEqual([])
  })

  test('is refused once it was started', () => {
    const started = { ...release, state: 'executing' as const }
    expect(refusal(() => move(started, givenFacts(), now, actor(people.rm), { to, why: null }))).toMatch(
      'only before the start',
    )
  })

  test('twice keeps all three targets in order', () => {
    const later = berlin('8 Dec 16:00')
    const events = [to, later].map((next, i) => ({
      type: 'targetMoved' as const,
      from: release.target,
      to: next,
      why: `${i}`,
    }))
    expect(after(features, release, events).targets.map(({ target }) => target)).toEqual([
      wish.target,
      to,
      later,
    ])
  })
})
