import { describe, expect, test } from 'vitest'
import type { Changed } from '../../src/feature.ts'
import type { Release, ReleaseEvent } from '../../src/releases/release.ts'
import { plain } from '../../src/slack/blocks.ts'
import { verification } from '../../src/verification/feature.ts'
import { failedView, incidentView } from '../../src/verification/forms.ts'
import { incidentFrom, reportIncident } from '../../src/verification/incidents.ts'
import { readIncident, readVerify } from '../../src/verification/reading.ts'
import {
  failedReceipt,
  incidentReceipt,
  incidentsShown,
  passedReceipt,
} from '../../src/verification/receipts.ts'
import { waitingVerification } from '../../src/verification/waiting.ts'
import { does, features, live, narrowed, onHold, openToTen } from '../execution/given-execution.ts'
import { actor, after, berlin, givenFacts, people, recorded, refusal } from '../given.ts'
import { shown } from '../shown.ts'
import { fails, passes, passing } from './given-verification.ts'

const facts = givenFacts()
const link = 'https://example.com/incidents/INC-482'

describe('verify is read kindly', () => {
  test.each([
    ['', { act: 'show' }],
    ['3', { act: 'show' }],
    ['3 pass', { act: 'pass', number: 3, note: null }],
    ['check 3 passed “11 tickets”', { act: 'pass', number: 3, note: '11 tickets' }],
    ['4 fail totals differ by 3', { act: 'fail', number: 4, why: 'totals differ by 3' }],
  ])('%j', (text, said) => expect(readVerify(text)).toEqual(said))

  test('what it cannot read it says, with the right form', () => {
    expect(refusal(() => readVerify('pass'))).toBe(
      'Which check? I read "pass", no number. Like: /release verify 3 pass',
    )
    expect(refusal(() => readVerify('3 perhaps'))).toBe(
      'Check 3 passed or failed? I read "perhaps". Like: /release verify 3 pass',
    )
  })
})

describe('incident is read kindly', () => {
  test.each([
    ['', null],
    [link, { name: 'INC-482', link, note: null }],
    [`${link} 214 refunds late`, { name: 'INC-482', link, note: '214 refunds late' }],
    [`refunds late, ${link}.`, { name: 'INC-482', link, note: 'refunds late' }],
    ['INC-482 refunds late', { name: 'INC-482', link: null, note: 'refunds late' }],
  ])('%j', (text, said) => expect(readIncident(text)).toEqual(said))
})

describe('who acted is told what became of it', () => {
  test.each<[string, string, string]>([
    ['a pass', shown(passedReceipt(passing(live(), 1, 2, 4, 5), 5)), '5 passed. 1 of 5 checks open.'],
    [
      'the last pass',
      shown(passedReceipt(passing(live(), 1, 2, 3, 4, 5), 5)),
      '5 passed. payments-2.4.0 is verified.',
    ],
    ['a failure', shown(failedReceipt(fails(live(), 4), facts, 4)), '4 failed. rm knows.'],
    [
      'a failure that is not required',
      shown(failedReceipt(fails(live(), 3), facts, 3)),
      '3 failed. It is not required, so it stands as a note. 4 of 5 checks open.',
    ],
  ])('%s', (_, receipt, words) => expect(receipt).toBe(words))
})

describe('an incident', () => {
  const reported = (caused: 'yes' | 'unsure' = 'unsure') =>
    does(openToTen(), '1 Dec 20:15', people.opsOncall, (release, known, now) =>
      reportIncident(release, known, now, actor(people.opsOncall), {
        name: 'INC-482',
        link,
        note: null,
        caused,
        began: now,
        ended: null,
      }),
    )
  const receipt = (release: Release) => {
    const [incident] = release.verification.incidents
    return incident && shown(incidentReceipt(release, facts, incident))
  }

  test('once told, is asked about: did this release cause it?', () => {
    expect(receipt(reported())).toBe(
      `INC-482, perhaps this release: since Tue 1 Dec, 20:15, not over, 10 % of users
Did this release cause it?
[Yes] [No] [Times, note…]`,
    )
    expect(receipt(reported('yes'))).toContain('\n[Times, note…]')
  })

  test('stands in the list, with a way to say more', () => {
    expect(shown(incidentsShown(reported(), facts))).toContain('not over, 10 % of users [More…]')
    expect(shown(incidentsShown(live(), facts))).toBe(
      '*No incident is tied to payments-2.4.0*\n[Report a problem…]',
    )
  })

  test('that was named in a narrowing and is not this release’s begins filled in', () => {
    const trouble = narrowed(1, openToTen(), '1 Dec 20:15', 'INC-482, refund errors 2.3 %, agreed limit 1 %')
    expect(incidentFrom(trouble, 3, berlin('1 Dec 21:00'))).toEqual({
      name: 'INC-482',
      link: null,
      note: 'refund errors 2.3 %, agreed limit 1 %',
      caused: 'no',
      began: berlin('1 Dec 20:15'),
      ended: null,
    })
    const form = shown(incidentView(trouble, incidentFrom(trouble, undefined, berlin('1 Dec 21:00'))))
    expect(form).toContain('Was it: perhaps this release (this release, not this release, perhaps')
  })
})

test('the form for a failed check lists those that can fail', () => {
  const view = failedView(fails(passes(live(), 1), 4))
  expect(view && shown(view)).toContain('1 Main journey end to end, 2 Error rate within its limit, 3 Support')
  expect(view && shown(view)).not.toContain('4 Totals agree')
  const all = [1, 2, 3, 4, 5].reduce((release, number) => fails(release, number), live())
  expect(failedView(all)).toBeNull()
})

describe('open checks wait', () => {
  const waits = (release: Release, known = facts) =>
    waitingVerification(release, known).map(({ person, what }) => `${person} ${plain(what)}`)

  test('for those who fill the role, else for the release manager', () => {
    expect(waits(passing(live(), 1, 2, 3, 5))).toEqual(['UDBA 4 Totals agree'])
    expect(waits(passing(live(), 1, 2, 3, 5), givenFacts({ holders: {} }))).toEqual(['URM 4 Totals agree'])
  })

  test('for nobody on hold or before everyone has it', () => {
    expect(waits(onHold(live()))).toEqual([])
    expect(waits(openToTen())).toEqual([])
  })
})

describe('what is posted anew', () => {
  const posts = (before: Release, events: readonly ReleaseEvent[]) => {
    const at = { at: berlin('3 Dec 10:00') }
    const change: Changed = {
      before,
      after: after(features, before, events, at),
      facts,
      events: recorded(before, events, at),
      now: at.at,
    }
    return verification.react?.(change)
  }

  test('the card and one message to each who checks, when everyone has it', () => {
    const checks = live().verification.checks.slice(3, 4)
    expect(posts(openToTen(), [{ type: 'liveForEveryone', checks }])).toEqual([
      { post: 'verification-card', key: '1' },
      { post: 'check-ask', key: '1:UDBA', person: people.dba },
    ])
  })

  test('the summary, and the question after a required check failed', () => {
    expect(posts(live(), [{ type: 'releaseVerified' }])).toEqual([{ post: 'verification-summary', key: '1' }])
    expect(posts(live(), [{ type: 'checkFailed', number: 4, why: 'x' }])).toEqual([
      { post: 'check-failed', key: '4.1' },
    ])
    expect(posts(live(), [{ type: 'checkFailed', number: 3, why: 'x' }])).toEqual([])
  })
})
