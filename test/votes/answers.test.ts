import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../src/people/people.ts'
import type { Release } from '../../src/releases/release.ts'
import { misfits } from '../../src/slack/fits.ts'
import {
  askForReason,
  askWhether,
  ballotReceipt,
  closeQuestion,
  undoReceipt,
  voteAnswer,
} from '../../src/votes/answers.ts'
import { cancelView, noGoView, openView } from '../../src/votes/forms.ts'
import { longestNote, newestVote, type Says } from '../../src/votes/votes.ts'
import { undoBallots } from '../../src/votes/voting.ts'
import { actor, berlin, givenFacts, people, recorded } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import {
  allButQuality,
  followedBy,
  givenGo,
  givenReady,
  givenVote,
  item,
  type Saying,
  saying,
  says,
} from './given-vote.ts'

const facts = givenFacts()

function receipt(before: Release, person: PersonId, words: string, more: Saying = {}) {
  const events = saying(before, person, words, more)
  const release = says(before, person, words, more)
  // Every one of these words begins with one of the three answers.
  const said = words.split(' ')[0] as Says
  return shown(ballotReceipt({ release, facts, events: recorded(before, events) }, actor(person), said))
}

describe('the receipt of an answer', () => {
  test.each([
    ['go', people.qaLead, {}, 'Counted for Quality.\n[Undo]'],
    ['no-go checkout is red', people.qaLead, {}, 'Counted for Quality. rm knows.\n[Undo]'],
    ['abstain', people.secLead, {}, 'You abstain for Security. sec-second is asked.\n[Undo]'],
    [
      'abstain',
      people.qaLead,
      {},
      'You abstain for Quality. Nobody else can answer, so that is no answer.\n[Undo]',
    ],
    ['go', people.dba, { roles: 'advice' as const }, 'Counted as advice.\n[Undo]'],
  ])('"%s"', (words, person, more, text) => {
    expect(receipt(givenVote(), person, words, more)).toBe(text)
  })

  test('says when it settled the vote, and there is nothing to undo then', () => {
    expect(receipt(allButQuality(), people.qaLead, 'go')).toBe('Counted for Quality. Go is decided: 4 of 4.')
  })

  test('is the same for a second click', () => {
    const once = says(givenVote(), people.qaLead, 'go', { door: 'button' })
    expect(receipt(once, people.qaLead, 'go', { door: 'button' })).toBe('Counted for Quality.\n[Undo]')
  })
})

describe('the receipt of an undo', () => {
  const undone = (release: Release, number: number) => {
    const events = undoBallots(release, facts, berlin('30 Nov 18:00'), actor(people.qaLead), {
      round: 1,
      numbers: [number],
    })
    return shown(
      undoReceipt({ release: followedBy(release, events), facts, events: recorded(release, events) }),
    )
  }
  const changed = says(says(givenVote(), people.qaLead, 'go'), people.qaLead, 'no-go red')

  test('says what stands again', () => {
    expect(undone(changed, 2)).toBe('Taken back. Your go of before stands again.')
    expect(undone(says(givenVote(), people.qaLead, 'go'), 1)).toBe('Taken back.')
    expect(undone(changed, 1)).toBe('You have answered anew since; nothing was changed.')
  })
})

describe('/release vote', () => {
  const answer = (release: Release, person: PersonId = people.rm, at = '27 Nov 10:00') =>
    voteAnswer(release, facts, berlin(at), person)

  test('shows the card while a vote is open, and after a go', () => {
    expect(shown(answer(givenVote()))).toMatch('*Vote on payments-2.4.0:')
    expect(shown(answer(givenGo()))).toMatch('*Go: payments-2.4.0')
  })

  test('says when the next opens and whom it asks; who runs the release may open it', () => {
    expect(shown(answer(givenReady()))).toBe(
      'No vote is open on payments-2.4.0; it opens Mon 30 Nov, 15:00.\nWhen it opens, it asks sec-lead, sec-second, qa-lead, ops-lead, payments-lead and support-lead.\n[Open the vote…]',
    )
    expect(buttonsOf(answer(givenReady(), people.qaLead))).toEqual([])
  })

  test('names a role that nobody fills', () => {
    const holders = { ...facts.holders, Quality: [] }
    expect(
      shown(voteAnswer(givenReady(), givenFacts({ holders }), berlin('27 Nov 10:00'), people.rm)),
    ).toMatch('Nobody fills Quality: silence is a no-go.')
  })

  test('after a round without a go, says how that ended', () => {
    const cancelled = followedBy(givenVote(), [{ type: 'voteCancelled', round: 1, why: 'red' }])
    expect(shown(answer(cancelled, people.rm, '30 Nov 18:00'))).toMatch('Round 1: cancelled')
  })
})

test('closing early says whose answer is missing, and asks once', () => {
  const vote = newestVote(allButQuality()) ?? expect.fail('no vote')
  expect(shown(closeQuestion(vote, allButQuality(), facts))).toBe(
    'Close the vote on payments-2.4.0 now? It is a no-go without Quality.\n[Close as no-go] [Keep it open]',
  )
})

describe('words that are not wholly an answer', () => {
  const value = { release: 'r1', round: 1 }

  test.each([
    ['go but only after the fix', 'go', 'but only after the fix', ['Go, with that note', 'No-go…']],
    ['👍', 'go', undefined, ['Go', 'No-go…']],
    ['no-go?', 'no-go', '?', ['No-go…', 'Go']],
    ['abstain?', 'abstain', '?', ['Abstain', 'Go', 'No-go…']],
  ] as const)('"%s" is asked about', (words, like, note, buttons) => {
    const asked = askWhether(words, like, { ...value, ...(note && { note }) })
    expect(shown(asked)).toMatch(
      `"${words}": ${like === 'go' && note ? 'a condition?' : 'is that your vote?'}`,
    )
    expect(buttonsOf(asked)).toEqual(buttons)
  })

  test('a no-go without a reason is asked for it', () => {
    expect(shown(askForReason(value))).toBe(
      'Why no-go? Your reason is what gets it fixed. Like: no-go: checkout is red\n[No-go…]',
    )
  })

  test('the longest note still fits a button', () => {
    const note = `but "${'\\'.repeat(longestNote - 6)}"`
    const reply = { channel: 'C0123456789', ts: '1764579600.000100', said: '1764579600.000100' }
    expect(misfits(askWhether(`go ${note}`, 'go', { ...value, note, reply }))).toEqual([])
  })
})

describe('forms', () => {
  const noGo = (holders = facts.holders, value = {}) =>
    noGoView(givenVote(), givenFacts({ holders }), people.qaLead, { release: 'r1', round: 1, ...value })

  test('no-go asks for the reason, and for the roles only where there is a choice', () => {
    expect(shown(noGo())).toBe('payments-2.4.0\nWhy no-go?: ')
    expect(shown(noGo({ ...facts.holders, Support: [people.qaLead] }))).toMatch(/\nFor$/)
    expect(shown(noGo({}, { note: 'checkout is red' }))).toBe(
      'payments-2.4.0: your word stands as advice.\nWhy no-go?: checkout is red',
    )
  })

  test('opening names whom it asks, and what is not done', () => {
    const open = (release: Release) =>
      shown(openView(release, facts, berlin('30 Nov 15:00'), { until: null, why: null }))
    expect(open(givenReady())).toBe(
      '*Opening the vote on payments-2.4.0 asks sec-lead, sec-second, qa-lead, ops-lead, payments-lead and support-lead*\nIt closes',
    )
    expect(open(givenReady({ readiness: { items: [item()], wayBack: null } }))).toMatch(
      /\*Not done\* 6 Load test\nIt closes\nWhy open it undone\?: $/,
    )
  })

  test('they fit, whatever the model and the people are called', () => {
    const nobody = Object.fromEntries(Object.keys(facts.holders).map((role) => [role, []]))
    const views = [
      noGo(),
      openView(givenReady(), givenFacts({ holders: nobody }), berlin('30 Nov 15:00'), {
        until: null,
        why: null,
      }),
    ]
    const cancel = cancelView(givenVote(), newestVote(givenVote()) ?? expect.fail('no vote'), facts)
    for (const view of [...views, cancel]) expect(misfits(view)).toEqual([])
  })
})
