import { describe, expect, test } from 'vitest'
import type { Release } from '../../src/releases/release.ts'
import { emptyScope, sealOf } from '../../src/scope/scope.ts'
import { changedSince, namesOf } from '../../src/votes/since.ts'
import { statusOf } from '../../src/votes/status.ts'
import { newestVote } from '../../src/votes/votes.ts'
import { berlin, givenFacts, people } from '../given.ts'
import { allButQuality, followedBy, givenGo, givenVote, revised, says, whenOpened } from './given-vote.ts'

const voteIn = (release: Release) => newestVote(release) ?? expect.fail('no vote')
const status = (release: Release) => statusOf(voteIn(release), release, givenFacts())
const roles = (of: readonly { readonly role: string }[]) => of.map(({ role }) => role)

describe('how a vote stands', () => {
  test('at first: everybody is awaited since it opened, and it would be a no-go', () => {
    const { awaited, outcomeIfClosedNow } = status(givenVote())
    expect(roles(awaited)).toEqual(['Security', 'Quality', 'Operations', 'Product'])
    expect(awaited[0]).toMatchObject({ people: [people.secLead, people.secSecond], since: whenOpened })
    expect(outcomeIfClosedNow).toBe('no-go')
  })

  test('a role has answered when one of its holders has', () => {
    const { awaited, go } = status(says(givenVote(), people.secSecond, 'go'))
    expect(roles(awaited)).not.toContain('Security')
    expect(go).toMatchObject([{ role: 'Security', people: [people.secSecond] }])
  })

  test('one no-go is the answer of a role, whoever else said go', () => {
    const { go, noGo } = status(
      says(says(givenVote(), people.secSecond, 'go'), people.secLead, 'no-go token'),
    )
    expect(go).toEqual([])
    expect(noGo).toMatchObject([{ role: 'Security', people: [people.secLead] }])
  })

  test('an abstention passes the question on, and is no answer from the last one', () => {
    const passed = says(givenVote(), people.secLead, 'abstain', { at: '30 Nov 16:30' })
    expect(status(passed).awaited[0]).toMatchObject({
      people: [people.secSecond],
      since: berlin('30 Nov 16:30'),
    })
    const nobody = says(passed, people.secSecond, 'abstain', { at: '30 Nov 17:00' })
    expect(status(nobody).awaited[0]).toMatchObject({ role: 'Security', people: [] })
    expect(status(nobody).outcomeIfClosedNow).toBe('no-go')
  })

  test('is worked out anew for another scope, and for others who fill the roles', () => {
    const release = says(givenVote(), people.qaLead, 'go')
    const vote = voteIn(release)
    const facts = givenFacts()
    const handedOver = givenFacts({ holders: { ...facts.holders, Security: [people.dba] } })
    const other = revised(release)
    expect(statusOf(vote, release, facts)).toBe(statusOf(vote, release, facts))
    expect(roles(statusOf(vote, other, facts).again)).toEqual(['Quality'])
    expect(statusOf(vote, other, handedOver).awaited[0]?.people).toEqual([people.dba])
    expect(statusOf(vote, release, facts).again).toEqual([])
  })

  test('a go for an older scope is awaited again; a no-go stays', () => {
    const mixed = says(says(givenVote(), people.qaLead, 'go'), people.opsLead, 'no-go disk is full')
    const { again, noGo } = status(revised(mixed))
    expect(again).toMatchObject([{ role: 'Quality', people: [people.qaLead] }])
    expect(roles(noGo)).toEqual(['Operations'])
    expect(status(says(revised(mixed), people.qaLead, 'go')).again).toEqual([])
    expect(status(revised(revised(mixed), '9ac01f2')).again).toEqual([])
  })

  test('whoever fills the role no more is not asked again; the question goes to those who do', () => {
    const stale = revised(says(givenVote(), people.qaLead, 'go'))
    const handedOver = givenFacts({ holders: { ...givenFacts().holders, Quality: [people.dba] } })
    const { again, awaited } = statusOf(voteIn(stale), stale, handedOver)
    expect(again).toEqual([])
    expect(awaited).toContainEqual(expect.objectContaining({ role: 'Quality', people: [people.dba] }))
    const fresh = says(givenVote(), people.qaLead, 'go')
    expect(roles(statusOf(voteIn(fresh), fresh, handedOver).go)).toEqual(['Quality'])
  })

  test('advice is heard apart and changes nothing', () => {
    const { advice, outcomeIfClosedNow } = status(says(givenVote(), people.supportLead, 'go'))
    expect(advice).toMatchObject([{ role: 'Support', says: 'go' }])
    expect(outcomeIfClosedNow).toBe('no-go')
  })

  test('a role that nobody fills is awaited from nobody', () => {
    const holders = { ...givenFacts().holders, Quality: [] }
    expect(statusOf(voteIn(givenVote()), givenVote(), givenFacts({ holders })).awaited).toContainEqual(
      expect.objectContaining({ role: 'Quality', people: [] }),
    )
  })

  test('is told of a decided vote as it was, whatever changed later', () => {
    const later = revised(givenGo())
    expect(status(later).outcomeIfClosedNow).toBe('go')
    expect(roles(status(later).go)).toEqual(['Security', 'Quality', 'Operations', 'Product'])
  })

  test('says who was silent then, not who would be asked now', () => {
    const silent = [{ role: 'Quality', people: [people.dba] }]
    const decided = { type: 'voteDecided', round: 1, outcome: 'no-go', holdsUntil: null, silent } as const
    const seal = voteIn(givenVote()).seal
    expect(status(followedBy(allButQuality(), [{ ...decided, seal }])).awaited).toMatchObject(silent)
  })
})

describe('what changed since a seal', () => {
  const seal = voteIn(givenVote()).seal

  test('names each part that differs', () => {
    const later = followedBy(revised(givenVote()), [
      { type: 'flagsChanged', from: [], to: ['refunds'] },
      { type: 'componentDropped', component: 'checkout-web' },
    ])
    expect(namesOf(changedSince(later, seal))).toEqual(['payments-ledger', 'checkout-web', 'the flags'])
    expect(changedSince(later, seal).components[0]).toEqual({
      name: 'payments-ledger',
      from: '9ac01f2',
      to: '4be77d1',
    })
  })

  test('is nothing when it is the same again', () => {
    expect(namesOf(changedSince(revised(revised(givenVote()), '9ac01f2'), seal))).toEqual([])
  })

  test('is not the order in which a database hands back the fields of a change', () => {
    const change = { number: 1, kind: 'fix', title: 'Rounding', link: null } as const
    const listed = { ...emptyScope, changes: [change] }
    const release = givenVote({ scope: listed })
    const reordered = { link: change.link, title: change.title, kind: change.kind, number: change.number }
    const votes = { ...release.votes, sealed: { [sealOf(listed)]: { ...listed, changes: [reordered] } } }
    expect(namesOf(changedSince({ ...release, votes }, sealOf(listed)))).toEqual([])
  })
})
