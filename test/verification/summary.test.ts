import { describe, expect, test } from 'vitest'
import { fixForward } from '../../src/execution/undoing.ts'
import type { Release } from '../../src/releases/release.ts'
import { sealOf } from '../../src/scope/scope.ts'
import { reportIncident } from '../../src/verification/incidents.ts'
import { verificationSummary } from '../../src/verification/summary.ts'
import type { IncidentTold } from '../../src/verification/verification.ts'
import type { Vote } from '../../src/votes/votes.ts'
import { does, drawn, live } from '../execution/given-execution.ts'
import { actor, berlin, people } from '../given.ts'
import { shown } from '../shown.ts'
import { fails, passes, passing } from './given-verification.ts'

const summary = (release: Release) => shown(drawn(verificationSummary, release, { key: '1' }))
const told: IncidentTold = {
  name: 'INC-482',
  link: 'https://example.com/incidents/INC-482',
  note: '214 refunds late, all paid',
  caused: 'yes',
  began: berlin('1 Dec 20:15'),
  ended: berlin('1 Dec 21:08'),
}
const withIncident = (release: Release, part: Partial<IncidentTold> = {}) =>
  does(release, '2 Dec 16:00', people.opsOncall, (state, facts, now) =>
    reportIncident(state, facts, now, actor(people.opsOncall), { ...told, ...part }),
  )
const verified = (release = live()) => passing(release, 1, 2, 3, 4, 5)

/** Decided on the scope as it was: only what the summary reads of a vote. */
function decidedOn(release: Release): Release {
  const seal = sealOf(release.scope)
  const vote = { round: 1, ended: { outcome: 'go', seal } } as unknown as Vote
  return { ...release, votes: { rounds: [vote], sealed: { [seal]: release.scope } } }
}

describe('the verification summary', () => {
  test('tells what was found, what happened, and what runs', () => {
    const noted = passes(passing(withIncident(live()), 1, 2, 4, 5), 3, '11 about the old refund text')
    expect(summary(decidedOn(noted))).toBe(
      `*payments-2.4.0 is verified, with one note*
Live for everyone since Wed 2 Dec, 15:15.
*Note* 3 Support tickets · rm: "11 about the old refund text"
*Passed* 1 Main journey end to end · 2 Error rate within its limit · 4 Totals agree · 5 Authors saw their change live
*Incident* INC-482, this release: 53 min, 10 % of users, 214 refunds late, all paid
*Running* what was voted
[Start the review] [Report a problem…]`,
    )
  })

  test('without a note says just that', () => {
    expect(summary(verified())).toContain('*payments-2.4.0 is verified*\n')
  })

  test('counts what failed without being required as a note', () => {
    const noted = fails(passes(passing(live(), 1, 2, 4), 3, 'fine'), 5, 'two were away')
    expect(summary(noted)).toContain('*payments-2.4.0 is verified, with two notes*')
    expect(summary(noted)).toContain('*Note* 5 Authors saw their change live · failed · rm: "two were away"')
  })

  test('tells what runs besides what was voted', () => {
    const release = decidedOn(verified())
    const components = release.scope.components.map((one) =>
      one.name === 'payments-api' ? { ...one, revision: 'b2' } : one,
    )
    expect(summary({ ...release, scope: { ...release.scope, components } })).toContain(
      '*Running* what was voted, plus 1 late change: payments-api',
    )
  })

  test.each<[Partial<IncidentTold>, string]>([
    [{ ended: null, note: null }, 'INC-482, this release: since Tue 1 Dec, 20:15, not over, 10 % of users'],
    [{ caused: 'no', note: null }, 'INC-482, not this release: 53 min, 10 % of users'],
    [
      { caused: 'unsure', note: null, began: berlin('2 Dec 15:20'), ended: null },
      'INC-482, perhaps this release: since Wed 2 Dec, 15:20, not over, all users',
    ],
    [
      { note: null, began: berlin('1 Dec 15:00'), ended: berlin('1 Dec 15:10') },
      'INC-482, this release: 10 min',
    ],
  ])('an incident: %o', (part, words) => {
    expect(summary(verified(withIncident(live(), part)))).toContain(`*Incident* ${words}\n`)
  })

  test('of many incidents names the newest', () => {
    const many = ['1', '2', '3', '4', '5'].reduce(
      (release, name) => withIncident(release, { name, link: null }),
      live(),
    )
    expect(summary(verified(many))).toContain('and 2 before')
  })

  test('takes it back when it is fixed forward afterwards', () => {
    const fixing = does(verified(), '3 Dec 11:00', people.rm, (release, facts, now) =>
      fixForward(release, facts, now, actor(people.rm), 'totals'),
    )
    expect(summary(fixing)).toBe('*payments-2.4.0 is not verified any more*')
  })

  test('loses the button that starts the review once it has started', () => {
    expect(summary({ ...verified(), state: 'reviewing' })).toContain('\n[Report a problem…]')
    expect(summary({ ...verified(), state: 'closed' })).not.toContain('[')
  })
})
