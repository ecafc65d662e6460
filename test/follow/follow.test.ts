import { describe, expect, test } from 'vitest'
import type { Changed, Feature } from '../../src/feature.ts'
import { evolveFollow, follow, unfollow } from '../../src/follow/follow.ts'
import { tellFollowers } from '../../src/follow/react.ts'
import type { Release, ReleaseEvent } from '../../src/releases/release.ts'
import { live, openToTen } from '../execution/given-execution.ts'
import { actor, berlin, given, givenFacts, givenRelease, people, recorded, system } from '../given.ts'
import { fails } from '../verification/given-verification.ts'

const features: readonly Feature[] = [{ name: 'follow', evolve: evolveFollow }]
const now = berlin('27 Nov 10:00')
const following = (...followers: string[]) => givenRelease({ followers })
const { bystander, rm } = people

describe('following a release', () => {
  test.each([bystander, rm, people.dba])('is open to everyone of the workspace: %s', (person) => {
    given(features, following())
      .when((...on) => follow(...on, actor(person)))
      .happens([{ type: 'followed', person }])
  })

  test('a second time changes nothing', () => {
    given(features, following(bystander))
      .when((...on) => follow(...on, actor(bystander)))
      .happens([])
  })

  test.each(['closed', 'cancelled'] as const)('is too late for one that is %s', (state) => {
    given(features, givenRelease({ followers: [], state }))
      .when((...on) => follow(...on, actor(bystander)))
      .isRefused(`payments-2.4.0 is ${state}: there is nothing more to hear of it.`)
  })

  test('ends when somebody says so, and only for them', () => {
    const { state } = given(features, following(bystander, rm)).when((...on) =>
      unfollow(...on, actor(bystander)),
    )
    expect(state.followers).toEqual([rm])
    given(features, following(rm))
      .when((...on) => unfollow(...on, actor(bystander)))
      .happens([])
  })

  test('keeps followers in one order, whoever came first', () => {
    const both = given(features, following(rm)).when((...on) => follow(...on, actor(bystander))).state
    expect(both.followers).toEqual([bystander, rm].sort())
  })
})

const decided = (outcome: 'go' | 'no-go'): ReleaseEvent => ({
  type: 'voteDecided',
  round: 1,
  outcome,
  seal: 's',
  silent: [],
  holdsUntil: null,
})

function told(after: Release, events: readonly ReleaseEvent[], by = system) {
  const followed = { ...after, followers: [bystander, rm] }
  const changed: Changed = {
    before: followed,
    after: followed,
    facts: givenFacts(),
    events: recorded(followed, events, { by }),
    now,
  }
  return tellFollowers(changed).flatMap((effect) =>
    'post' in effect ? [{ post: effect.post, person: effect.person, params: effect.params }] : [],
  )
}

describe('whoever follows hears', () => {
  test.each(['go', 'no-go'] as const)('of the decision, %s', (outcome) => {
    const params = { round: 1 }
    expect(told(following(), [decided(outcome)])).toEqual([
      { post: 'follow-decided', person: bystander, params },
      { post: 'follow-decided', person: rm, params },
    ])
  })

  test('when everyone has it', () => {
    const [first] = told(live(), [{ type: 'liveForEveryone', checks: [] }])
    expect(first).toEqual({ post: 'follow-live', person: bystander, params: {} })
  })

  test.each<[string, Release, ReleaseEvent, object]>([
    ['a hold', openToTen(), { type: 'releaseHeld', why: 'INC-482' }, { trouble: 'held', number: 0 }],
    [
      'a narrowing',
      openToTen(),
      { type: 'narrowed', from: 10, share: 1, soakUntil: now, why: null },
      { trouble: 'narrowed', number: 2 },
    ],
    [
      'a failed check that is required',
      fails(live(), 4),
      { type: 'checkFailed', number: 4, why: 'totals differ by 3' },
      { trouble: 'check', number: 4 },
    ],
  ])('of trouble: %s', (_, after, event, params) => {
    expect(told(after, [event])[0]).toEqual({ post: 'follow-trouble', person: bystander, params })
  })

  test('not of a failed check that only notes something, nor when it goes on', () => {
    expect(told(fails(live(), 3), [{ type: 'checkFailed', number: 3, why: 'eleven tickets' }])).toEqual([])
    expect(told(openToTen(), [{ type: 'releaseResumed' }])).toEqual([])
  })

  test('not of what they did themselves', () => {
    const people = told(openToTen(), [{ type: 'releaseHeld', why: 'INC-482' }], actor(rm))
    expect(people.map(({ person }) => person)).toEqual([bystander])
  })
})
