import { openTo } from '../../src/execution/opening.ts'
import { finishStep } from '../../src/execution/stepping.ts'
import { fixForward } from '../../src/execution/undoing.ts'
import type { Item } from '../../src/readiness/readiness.ts'
import type { Release } from '../../src/releases/release.ts'
import { notReviewed } from '../../src/reviews/reviews.ts'
import { reportIncident } from '../../src/verification/incidents.ts'
import { opens, openToTen } from '../execution/given-execution.ts'
import { actor, berlin, people } from '../given.ts'
import { passing } from '../verification/given-verification.ts'
import { allButQuality, givenVote, revised, says } from '../votes/given-vote.ts'
import { does, givenReview } from './given-review.ts'

export const givenItem = (number: number, part: Partial<Item>): Item => ({
  number,
  title: `Item ${number}`,
  component: null,
  procedure: 'other',
  role: 'Quality',
  due: { before: 0 },
  wantsEvidence: false,
  required: true,
  risk: null,
  owner: null,
  asked: berlin('20 Nov 09:00'),
  again: null,
  fellLate: false,
  state: { is: 'open' },
  ...part,
})

const rehearsed = givenItem(4, {
  title: 'Rehearse the rollback',
  procedure: 'way back',
  state: { is: 'done', at: berlin('24 Nov 15:00'), by: people.dba, evidence: null, revision: null },
})

/** Opened with item 6 undone, Quality asked again after a late commit; go Tue 10:05. */
function decided(): Release {
  const items = [rehearsed, givenItem(6, { title: 'Load test' })]
  const opened = givenVote({ readiness: { items, wayBack: null } }, { why: 'staging is back tonight' })
  const early = says(opened, people.qaLead, 'go', { at: '30 Nov 16:00' })
  return says(allButQuality(revised(early)), people.qaLead, 'go', { at: '1 Dec 10:05' })
}

/** Opened to 10 % on time, narrowed because of INC-482, mended, live for everyone Wed 15:15, verified. */
export function givenStory(): Release {
  const { scope, votes, readiness } = decided()
  const target = { target: berlin('1 Dec 16:00'), at: berlin('16 Nov 10:00'), by: people.rm, why: null }
  const open = { ...openToTen(), scope, votes, readiness, review: notReviewed, targets: [target] }
  const told = {
    name: 'INC-482',
    link: null,
    note: null,
    caused: 'yes',
    began: berlin('1 Dec 20:12'),
    ended: berlin('1 Dec 21:05'),
  } as const
  const incident = does(open, '1 Dec 20:13', people.opsOncall, (...on) =>
    reportIncident(...on, actor(people.opsOncall), told),
  )
  const narrowed = does(incident, '1 Dec 20:15', people.opsOncall, (...on) =>
    openTo(...on, actor(people.opsOncall), { share: 1, why: 'INC-482', cutShort: null }),
  )
  const mending = does(narrowed, '1 Dec 20:40', people.rm, (...on) =>
    fixForward(...on, actor(people.rm), 'size the pool'),
  )
  const fix = mending.execution.steps.find(({ kind }) => kind === 'fix')?.number ?? 0
  const mended = does(mending, '1 Dec 20:58', people.opsLead, (...on) =>
    finishStep(...on, actor(people.rm), { number: fix, note: null }),
  )
  const everyone = opens(opens(mended, 10, '1 Dec 22:10'), 'everyone', '2 Dec 15:15')
  return passing(everyone, 1, 2, 3, 4, 5)
}

export const givenStoryInReview = (): Release => givenReview(givenStory())
