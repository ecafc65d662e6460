import { describe, expect, test } from 'vitest'
import { longestNote } from '../../src/releases/notes.ts'
import { drawVote } from '../../src/votes/card.ts'
import { whyGoIsLost } from '../../src/votes/deciding.ts'
import { missingIn, whyNoGo } from '../../src/votes/news.ts'
import { nextVoteTold, opensNext } from '../../src/votes/next-vote.ts'
import { voteNoGo } from '../../src/votes/no-go-ask.ts'
import { differenceTold, inBrief } from '../../src/votes/question-lines.ts'
import { answerIn } from '../../src/votes/replies.ts'
import { statusOf } from '../../src/votes/status.ts'
import { closeFrom, targetCanHold } from '../../src/votes/times.ts'
import { newestVote } from '../../src/votes/votes.ts'
import { actor, berlin, givenFacts, people } from '../given.ts'
import { buttonsOf, shown, words } from '../shown.ts'
import { followedBy, givenGo, givenReady, givenVote, says } from './given-vote.ts'

const facts = givenFacts()
const voteIn = (release = givenVote()) => newestVote(release) ?? expect.fail('no vote')
const withHolders = (more: Record<string, string[]>) => givenFacts({ holders: { ...facts.holders, ...more } })
const lineOf = (release = givenVote(), with_ = facts) =>
  shown(drawVote(voteIn(release), release, with_)).split('\n')
/** Other revisions than those that were voted on, of so many components. */
const revisions = (n: number) => ({
  components: Array.from({ length: n }, (_, i) => ({ name: `c${i + 1}`, from: '1', to: '2' })),
  parts: [],
})

describe('at the very minute', () => {
  test('the vote opens, it waits no longer for its time but for the list', () => {
    const at = berlin('30 Nov 15:00')
    expect(words(nextVoteTold(givenReady(), facts, at))).toBe(
      'The vote waits for it since Mon 30 Nov, 15:00.',
    )
    expect(words(opensNext(givenReady(), facts, at))).toBe('the vote opens')
    expect(words(opensNext(givenReady(), facts, berlin('30 Nov 14:59')))).toBe(
      'the vote opens Mon 30 Nov, 15:00',
    )
  })

  test('a vote closes as the model wants, then at the target, then not at all', () => {
    const release = givenReady()
    const closes = (at: string) => closeFrom(release, facts, berlin(at))
    expect(closes('1 Dec 11:59')).toEqual(berlin('1 Dec 12:00'))
    expect(closes('1 Dec 12:00')).toEqual(release.target)
    expect(closes('1 Dec 15:59')).toEqual(release.target)
    expect(closes('1 Dec 16:00')).toBeNull()
    expect(targetCanHold(release, facts, berlin('1 Dec 11:59'))).toBe(true)
    expect(targetCanHold(release, facts, berlin('1 Dec 12:00'))).toBe(false)
  })

  test('a go has run out, and not the minute before; what is not cleared has none to lose', () => {
    expect(whyGoIsLost(givenGo(), berlin('4 Dec 10:04'))).toBeNull()
    expect(whyGoIsLost(givenGo(), berlin('4 Dec 10:05'))).toBe('the go has run out')
    expect(whyGoIsLost({ ...givenGo(), state: 'executing' }, berlin('4 Dec 10:05'))).toBeNull()
    expect(whyGoIsLost(givenVote(), berlin('4 Dec 10:05'))).toBeNull()
  })
})

describe('many are counted rather than named', () => {
  test('of a role four people are asked by name, of more four and the rest', () => {
    const four = [people.secLead, people.secSecond, people.dba, people.rm]
    const awaited = (holders: string[]) =>
      lineOf(givenVote(), withHolders({ Security: holders })).find((line) => line.includes('Security ·'))
    expect(awaited(four)).toContain('Security · sec-lead, sec-second, dba or rm, since')
    expect(awaited([...four, people.qaLead])).toContain(
      'Security · sec-lead, sec-second, dba, rm and 1 more, since',
    )
  })

  test('of those who said go for a role, three', () => {
    const four = [people.secLead, people.secSecond, people.dba, people.rm]
    const with_ = withHolders({ Security: four })
    const all = four.reduce((state, person) => says(state, person, 'go', { facts: with_ }), givenVote())
    const line = lineOf(all, with_).find((one) => one.startsWith('*Go* Security'))
    expect(line).toBe('*Go* Security · sec-lead, sec-second, dba')
  })

  test('of the roles that are awaited, four', () => {
    const status = statusOf(voteIn(), givenVote(), facts)
    const missing = (n: number, noGo: typeof status.awaited = []) =>
      words(missingIn({ ...status, noGo, again: [], awaited: manyOf(n) }))
    const manyOf = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ ...(status.awaited[0] ?? expect.fail()), role: `R${i + 1}` }))
    expect(missing(0)).toBe('all have answered')
    expect(missing(1)).toBe('R1 is awaited')
    expect(missing(4)).toBe('R1, R2, R3 and R4 are awaited')
    expect(missing(5)).toBe('R1, R2, R3, R4 and 1 more are awaited')
    expect(missing(1, manyOf(2))).toBe('no-go from R1 and R2; R1 is awaited')
    expect(missing(0, manyOf(1))).toBe('no-go from R1')
  })

  test('of what made it a no-go, four reasons; who was silent is always named', () => {
    const five = [people.secLead, people.qaLead, people.opsLead, people.paymentsLead].reduce(
      (state, person) => says(state, person, `no-go red ${person}`),
      givenVote(),
    )
    const ended = { ...voteIn(five), ended: null }
    expect(words(whyNoGo(ended, five, facts)).split('; ')).toHaveLength(4)
  })

  test('of the components that differ, five', () => {
    const told = (n: number) => words(differenceTold(revisions(n), facts) ?? expect.fail())
    expect(told(5)).toBe('c1 2 (was 1), c2 2 (was 1), c3 2 (was 1), c4 2 (was 1), c5 2 (was 1)')
    expect(told(6)).toMatch(/, c5 2 \(was 1\), 1 more$/)
    expect(differenceTold({ components: [], parts: [] }, facts)).toBeNull()
  })

  test.each([
    [0, ''],
    [1, '1 change.'],
    [2, '2 changes.'],
  ])('%s changes', (n, says) => {
    const one = { number: 1, title: 'x', kind: 'fix', ticket: null, authors: [], by: null } as const
    const release = givenVote()
    const changes = Array.from({ length: n }, (_, i) => ({ ...one, number: i + 1 }))
    // Only how many there are matters here.
    const scope = { ...release.scope, changes: changes as unknown as typeof release.scope.changes }
    const told = words(inBrief(voteIn(), { ...release, scope }, facts))
    expect(/\d+ changes?\./.exec(told)?.[0] ?? '').toBe(says)
  })
})

describe('what the release manager is told of a no-go', () => {
  const noGo = (release: typeof red) =>
    voteNoGo.draw({
      release,
      facts,
      key: '1:1',
      person: people.rm,
      params: {},
      now: berlin('30 Nov 18:00'),
      posted: () => 'https://acme.slack.com/archives/C1/p1',
    }) ?? expect.fail('nothing to show')
  const red = says(givenVote(), people.qaLead, 'no-go checkout is red')

  test('says until when it can be mended', () => {
    expect(shown(noGo(red))).toContain(
      'The vote is open to Tue 1 Dec, 12:00; once it is mended, qa-lead can change that.',
    )
  })

  test('is over with the vote: what became of it, and nothing to press or to mend', () => {
    const over = followedBy(red, [{ type: 'voteCancelled', round: 1, why: 'too early' }], {
      at: berlin('30 Nov 17:00'),
      by: actor(people.rm),
    })
    expect(buttonsOf(noGo(over))).toEqual([])
    expect(shown(noGo(over))).not.toContain('can change that')
  })

  test('names advice as what it is', () => {
    const advice = says(givenVote(), people.bystander, 'no-go it is slow', { door: 'thread' })
    expect(noGo(advice).text).toMatch(/^No-go as advice on payments-2\.4\.0: /)
  })
})

test('a condition as long as a note can be is asked about; what is longer was talk', () => {
  const condition = (length: number) => answerIn(`go but ${'x'.repeat(length - 4)}`, facts)
  expect(condition(longestNote)).toMatchObject({ counts: false, like: 'go' })
  expect(condition(longestNote + 1)).toBeNull()
})
