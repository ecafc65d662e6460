import { describe, expect, test } from 'vitest'
import type { Feature } from '../../src/feature.ts'
import { askedInstead, onlyWhoRunsIt, whoRuns } from '../../src/people/permissions.ts'
import { dueOnRoles, evolveUnfilled, wakesOnRoles } from '../../src/people/unfilled.ts'
import { unfilledNotice } from '../../src/people/unfilled-view.ts'
import type { Facts, Release } from '../../src/releases/release.ts'
import { actor, after, berlin, givenFacts, people, refusal } from '../given.ts'
import { givenListed } from '../readiness/given-readiness.ts'
import { shown } from '../shown.ts'

const features: readonly Feature[] = [{ name: 'roles', evolve: evolveUnfilled }]
const planned = (overrides: Partial<Release> = {}) => givenListed([], { unfilled: [], ...overrides })
const due = (release: Release, facts = givenFacts()) => dueOnRoles(release, facts)
const { holders } = givenFacts()
const noSupport = givenFacts({ holders: { ...holders, Support: [] } })

/** The directory after these people were deactivated. */
function withoutPeople(...ids: string[]): Facts {
  const facts = givenFacts()
  const left = [...facts.people.values()].map((one) => ({ ...one, deleted: ids.includes(one.id) }))
  return { ...facts, people: new Map(left.map((one) => [one.id, one])) }
}

describe('a role that nobody fills', () => {
  test('is told at once, and once', () => {
    expect(due(planned())).toEqual([])
    expect(due(planned(), noSupport)).toEqual([{ type: 'rolesUnfilled', roles: ['Support'] }])
    expect(wakesOnRoles(planned(), noSupport)).toHaveLength(1)
    const told = after(features, planned(), due(planned(), noSupport))
    expect(due(told, noSupport)).toEqual([])
    expect(wakesOnRoles(told, noSupport)).toEqual([])
  })

  test('is over once somebody fills it, and may come again', () => {
    const told = after(features, planned(), due(planned(), noSupport))
    expect(due(told)).toEqual([{ type: 'rolesFilled', roles: ['Support'] }])
    const filled = after(features, told, due(told))
    expect(due(filled, noSupport)).toEqual([{ type: 'rolesUnfilled', roles: ['Support'] }])
  })

  test('is also that of the release manager who has left', () => {
    const gone = withoutPeople(people.rm)
    expect(due(planned(), gone)).toEqual([{ type: 'rolesUnfilled', roles: ['release manager'] }])
  })

  test('is no role of a component that the release does not bring', () => {
    const noWeb = givenFacts({ holders: { ...holders, Web: [] } })
    expect(due(planned(), noWeb)).toHaveLength(1)
    const scope = { ...planned().scope, components: [{ name: 'payments-api', revision: 'a1' }] }
    expect(due(planned({ scope }), noWeb)).toEqual([])
  })

  test.each(['planned', 'reviewing', 'closed', 'cancelled'] as const)('is not told while %s', (state) => {
    expect(due({ ...planned(), state }, noSupport)).toEqual([])
  })
})

describe('who runs it', () => {
  test('is the deputy once the release manager has left, then nobody', () => {
    expect(whoRuns(planned(), givenFacts())).toBe(people.rm)
    expect(whoRuns(planned(), withoutPeople(people.rm))).toBe(people.deputy)
    expect(whoRuns(planned(), withoutPeople(people.rm, people.deputy))).toBeNull()
    expect(whoRuns(planned({ manager: people.guest, deputy: null }), givenFacts())).toBeNull()
  })

  test('is asked where nobody else is; nobody else is made up', () => {
    expect(askedInstead(planned(), withoutPeople(people.rm))).toBe(people.deputy)
    expect(askedInstead(planned(), withoutPeople(people.rm, people.deputy))).toBe(people.rm)
  })

  test('is named to those who may not do it', () => {
    const act = () => onlyWhoRunsIt(planned(), withoutPeople(people.rm), actor(people.qaLead), 'starts it')
    expect(refusal(act)).toMatch(/^Only deputy or an admin starts it/)
  })
})

describe('what whoever runs it reads', () => {
  const drawn = (roles: string[], unfilled: string[], facts: Facts) => {
    const message = unfilledNotice.draw({
      release: planned({ unfilled }),
      facts,
      key: '4',
      person: people.rm,
      params: { roles },
      now: berlin('27 Nov 10:00'),
      posted: () => null,
    })
    return message ? shown(message) : expect.unreachable()
  }

  test('is what has no owner now, and what helps', () => {
    expect(drawn(['Support'], ['Support'], noSupport)).toBe(
      [
        '*payments-2.4.0: nobody fills Support*',
        '8 Brief support · Support has no owner',
        'Name somebody in products.yml, or add them to its user group. Items may be taken or given now.',
      ].join('\n'),
    )
  })

  test('is that the vote has no answer from a mandatory role', () => {
    const noSecurity = givenFacts({ holders: { ...holders, Security: [] } })
    expect(drawn(['Security'], ['Security'], noSecurity)).toContain(
      'Nobody answers the vote for Security: a no-go.',
    )
  })

  test('is settled once the role is filled again', () => {
    expect(drawn(['Support'], [], givenFacts())).toBe('*payments-2.4.0: Support is filled again*')
  })

  test('is who runs it instead of somebody who has left', () => {
    const gone = withoutPeople(people.rm)
    expect(drawn(['release manager'], ['release manager'], gone)).toBe(
      '*payments-2.4.0: rm has left*\nrm has left; deputy runs it as deputy.',
    )
    const both = withoutPeople(people.rm, people.deputy)
    expect(drawn(['release manager'], ['release manager'], both)).toContain('admins run it.')
  })
})
