import { describe, expect, test } from 'vitest'
import { rollBack } from '../../src/execution/undoing.ts'
import type { Release } from '../../src/releases/release.ts'
import { attentionOf } from '../../src/reviews/attention.ts'
import { decisionOf } from '../../src/reviews/decision.ts'
import { deviations } from '../../src/reviews/deviations.ts'
import { outcomeWords } from '../../src/reviews/outcome.ts'
import { ratedBy, sentencesOf } from '../../src/reviews/rated.ts'
import { dueToStart } from '../../src/reviews/reviewing.ts'
import { incidentsOf, thanksOf } from '../../src/reviews/safety.ts'
import { scheduleOf } from '../../src/reviews/schedule.ts'
import { decisionLine, ratedLines } from '../../src/reviews/summary-lines.ts'
import { noVotes } from '../../src/votes/votes.ts'
import { opens, openToTen } from '../execution/given-execution.ts'
import { actor, after, berlin, givenFacts, people } from '../given.ts'
import { words } from '../shown.ts'
import { allButQuality, followedBy, givenVote, revised, says } from '../votes/given-vote.ts'
import { does, features, givenLive, givenReview, givenVerified, rates } from './given-review.ts'
import { givenItem, givenStory } from './given-story.ts'

const undone = (release: Release) =>
  does(release, '2 Dec 16:00', people.rm, (...on) => rollBack(...on, actor(people.rm), 'paid twice'))

describe('the schedule of a release', () => {
  test('tells when first users and everyone had it, against the plan', () => {
    const { first, everyone, late } = scheduleOf(givenLive())
    expect(first).toEqual({ at: berlin('1 Dec 16:04'), plan: berlin('1 Dec 16:00') })
    expect(everyone).toEqual({ at: berlin('2 Dec 15:15'), plan: berlin('2 Dec 11:00') })
    expect(late).toBe(4.25 * 3_600_000)
  })

  test('forgives five minutes', () => {
    const release = opens(openToTen(), 'everyone', '2 Dec 11:05')
    expect(scheduleOf({ ...release, targets: givenLive().targets }).late).toBe(0)
  })

  test('of one that was rolled back ends there', () => {
    expect(scheduleOf(undone(givenLive()))).toMatchObject({
      everyone: null,
      rolledBack: berlin('2 Dec 16:00'),
      late: 0,
    })
  })

  test('counts how often the target moved', () => {
    const [target] = givenLive().targets
    const targets = target ? [target, target, target] : []
    expect(scheduleOf(givenLive({ targets })).moves).toBe(2)
  })
})

describe('how it went, in a few words', () => {
  test.each([
    ['shipped, 4 h 15 min late', givenVerified()],
    ['shipped, 4 h 15 min late, one incident', givenStory()],
    ['rolled back', undone(givenLive())],
  ])('%s', (words, release) => {
    expect(outcomeWords(release)).toBe(words)
  })

  test('shipped on time', () => {
    const onTime = {
      ...opens(openToTen(), 'everyone', '2 Dec 11:00'),
      targets: [],
      outcome: 'shipped' as const,
    }
    expect(outcomeWords(onTime)).toBe('shipped on time')
  })
})

describe('the decision', () => {
  test('is told with who had to be asked twice', () => {
    expect(decisionOf(givenStory(), givenFacts())).toEqual({
      round: 1,
      go: 4,
      mandatory: 4,
      again: ['Quality'],
      refused: [],
      atFirst: [],
    })
  })

  test('counts nobody as asked again who turned a no-go into a go', () => {
    const refused = says(givenVote(), people.qaLead, 'no-go token in the logs')
    const decided = says(allButQuality(revised(refused)), people.qaLead, 'go', { at: '1 Dec 10:05' })
    expect(decisionOf(decided, givenFacts())?.again).toEqual([])
    expect(words(decisionLine(decided, givenFacts()) ?? expect.fail('no line'))).toBe(
      '*Decision* go, 4 of 4. Quality said no-go at first: "token in the logs"',
    )
  })

  test('passes over a no-go that was said anew, until it was changed', () => {
    const twice = says(
      says(givenVote(), people.qaLead, 'no-go red'),
      people.qaLead,
      'no-go token in the logs',
    )
    const decided = says(allButQuality(twice), people.qaLead, 'go', { at: '1 Dec 10:05' })
    expect(decisionOf(decided, givenFacts())?.atFirst).toEqual([
      { role: 'Quality', note: 'token in the logs' },
    ])
  })

  test('is none without a vote', () => {
    expect(decisionOf(givenVerified({ votes: noVotes }), givenFacts())).toBeNull()
  })

  test('tells who refused in an earlier round', () => {
    const refused = says(givenVote(), people.qaLead, 'no-go checkout is red')
    const story = givenStory()
    const [first] = refused.votes.rounds
    const [last] = story.votes.rounds
    if (!first || !last?.ended) return expect.fail('both were held')
    const rounds = [
      { ...first, ended: { ...last.ended, outcome: 'no-go' as const } },
      { ...last, round: 2 },
    ]
    const decision = decisionOf({ ...story, votes: { ...story.votes, rounds } }, givenFacts())
    expect(decision).toMatchObject({ round: 2, refused: [{ role: 'Quality', note: 'checkout is red' }] })
  })
})

describe('what was not by the book', () => {
  test('is told from every part, with who', () => {
    expect(deviations(givenStory())).toEqual([
      { what: 'vote opened with item 6 undone', by: people.rm },
      { what: 'opened to everyone early', by: people.rm },
    ])
  })

  test('has an item of a component that went out without it, and none of one that was dropped', () => {
    const story = givenStory()
    const skipped = (component: string) => {
      const state = { is: 'skipped', at: berlin('26 Nov 10:00'), by: people.rm, why: 'no change' } as const
      const items = [givenItem(2, { component, state })]
      return deviations({ ...story, readiness: { ...story.readiness, items } })
    }
    expect(story.scope.components.length).toBeGreaterThan(1)
    for (const { name } of story.scope.components)
      expect(skipped(name)).toContainEqual({ what: 'item 2 skipped', by: people.rm })
    expect(skipped('search-index')).not.toContainEqual({ what: 'item 2 skipped', by: people.rm })
  })

  test('has what went out otherwise than it was decided on', () => {
    const late = followedBy(givenStory(), [
      { type: 'componentRevised', component: 'payments-api', from: 'a1', to: 'a2' },
    ])
    expect(deviations(late)).toContainEqual({ what: '1 late change: payments-api', by: null })
  })

  test('is nothing where nothing was', () => {
    const onTime = { ...givenVerified({ votes: noVotes }) }
    expect(deviations(onTime)).toEqual([])
  })

  test('has required items that were skipped, except those of what was taken out', () => {
    const skipped = { is: 'skipped', at: berlin('30 Nov 10:00'), by: people.rm, why: 'no time' } as const
    const items = [
      givenItem(1, { state: skipped, component: 'gone' }),
      givenItem(2, { state: skipped, required: false }),
      givenItem(3, { state: skipped }),
    ]
    const release = givenVerified({ votes: noVotes, readiness: { items, wayBack: null } })
    expect(deviations(release)).toEqual([{ what: 'item 3 skipped', by: people.rm }])
  })
})

describe('satisfaction', () => {
  test('is the mean of each kind of people, with how many said so', () => {
    const review = givenReview({ ...givenStory() })
    const rated = rates(rates(rates(review, people.rm, 5), people.qaLead, 4), people.opsLead, 4)
    const [did, receives] = ratedBy(rated)
    expect(did).toMatchObject({ relation: 'did', count: 3, mean: 4.3 })
    expect(receives).toEqual({ relation: 'receives', asked: 1, count: 0, mean: null })
  })

  test('counts only what stands, and quotes the newest first', () => {
    const review = rates(rates(givenReview(), people.rm, 1, 'Chaos'), people.rm, 5, 'All good')
    const rated = rates(review, people.supportLead, 3, 'Late news')
    expect(ratedBy(rated)).toMatchObject([{ mean: 5 }, { mean: 3 }])
    expect(sentencesOf(rated)).toEqual(['Late news', 'All good'])
  })

  test('keeps those who use it apart from those who did it', () => {
    const facts = givenFacts({ consumers: [people.billingLead, people.shopLead] })
    const began = after(
      features,
      givenVerified(),
      dueToStart(givenVerified(), facts, berlin('4 Dec 09:00')),
      {
        at: berlin('4 Dec 09:00'),
      },
    )
    const rated = rates(rates(began, people.billingLead, 4), people.rm, 5)
    expect(rated.review.ratings.map(({ relation }) => relation)).toEqual(['uses', 'did'])
    expect(words(ratedLines(rated))).toBe(
      '*Rated* 5.0 by 1 of 1 who did it · nobody of 1 who receive it · 4.0 by 1 of 2 who use it',
    )
  })
})

describe('who is thanked', () => {
  test('made it safe: narrowed it, mended it, rehearsed the way back', () => {
    expect(thanksOf(givenStory())).toEqual([
      { person: people.opsOncall, what: 'narrowed it in 3 min' },
      { person: people.opsLead, what: 'fixed it forward' },
      { person: people.dba, what: 'rehearsed the way back' },
    ])
  })

  test('also who rolled it back', () => {
    expect(thanksOf(undone(givenLive()))).toEqual([{ person: people.rm, what: 'rolled it back' }])
  })

  test('an incident that was of something else is not counted', () => {
    const story = givenStory()
    const incidents = story.verification.incidents.map((one) => ({ ...one, caused: 'no' as const }))
    expect(incidentsOf({ ...story, verification: { ...story.verification, incidents } })).toEqual([])
  })
})

test('attention is counted in pings, people, and nights where they live', () => {
  const ping = (person: string, at: string, zone = 'Europe/Berlin') => ({ person, at: berlin(at), zone })
  const pings = [
    ping('U1', '1 Dec 10:00'),
    ping('U1', '1 Dec 22:00'),
    ping('U2', '1 Dec 10:00', 'America/New_York'),
    ping('U2', '1 Dec 13:00', 'America/New_York'),
    ping('U3', '1 Dec 07:00'),
  ]
  expect(attentionOf(pings)).toEqual({ pings: 5, people: 3, atNight: 2 })
})
