import { describe, expect, test } from 'vitest'
import { features } from '../../src/app.ts'
import { sentence } from '../../src/timeline/sentence.ts'
import type { KeptEvent } from '../../src/timeline/telling.ts'
import { actor, berlin, givenFacts, people } from '../given.ts'
import { givenStoryInReview } from '../reviews/given-story.ts'
import { words } from '../shown.ts'

const at = (wall: string) => berlin(wall).toISOString()

const told = ({ type, ...facts }: Fact) => {
  // What a row of the timeline says is known by its type only.
  const event = { type, at: berlin('1 Dec 20:15'), by: actor(people.rm), seq: 1, ...facts } as KeptEvent
  return words(sentence(features, event, givenStoryInReview(), givenFacts()))
}

type Fact = { readonly type: string } & Readonly<Record<string, unknown>>

const asked = { person: people.qaLead, relation: 'did' }
const given: Readonly<Record<string, readonly [Fact, string][]>> = {
  planning: [
    [
      { type: 'releasePlanned', target: at('1 Dec 16:00'), intent: 'refunds' },
      'rm planned it for Tue 1 Dec, 16:00: "refunds"',
    ],
    [{ type: 'releasePlanned', target: at('1 Dec 16:00'), intent: '' }, 'rm planned it for Tue 1 Dec, 16:00'],
    [
      { type: 'modelChosen', model: 'standard', version: 1, recommended: 'standard' },
      'rm chose model standard 1, as recommended',
    ],
    [
      { type: 'modelChosen', model: 'solo', version: 1, recommended: 'standard' },
      'rm chose model solo 1, not standard',
    ],
    [
      { type: 'targetMoved', from: at('1 Dec 16:00'), to: at('3 Dec 16:00'), why: 'load test late' },
      'rm moved it from Tue 1 Dec, 16:00 to Thu 3 Dec, 16:00: "load test late"',
    ],
    [
      { type: 'targetMoved', from: at('1 Dec 16:00'), to: at('3 Dec 16:00'), why: null },
      'rm moved it from Tue 1 Dec, 16:00 to Thu 3 Dec, 16:00',
    ],
    [{ type: 'preparingBegan' }, 'preparing began'],
    [{ type: 'releaseHeld', why: 'refund errors' }, 'rm held it: "refund errors"'],
    [{ type: 'releaseResumed' }, 'rm resumed it'],
    [{ type: 'releaseCancelled', why: 'merged into 2.5.0' }, 'rm cancelled it: "merged into 2.5.0"'],
    [{ type: 'targetApproaching', target: at('1 Dec 16:00') }, 'rm was reminded of Tue 1 Dec, 16:00'],
  ],
  'its channel': [
    [
      {
        type: 'channelProvisioned',
        missing: { bookmarks: 'restricted_action', 'user groups': 'paid_teams_only' },
      },
      'rm set the channel up, but Slack refused bookmarks and user groups',
    ],
    [{ type: 'channelArchived' }, 'rm archived the channel'],
    [{ type: 'channelShut', why: 'archived' }, 'somebody archived the channel'],
    [{ type: 'channelShut', why: 'not invited' }, 'somebody removed Shipshape from the channel'],
    [{ type: 'channelReopened' }, 'the channel was there again'],
  ],
  'its scope': [
    [
      {
        type: 'scopeSet',
        components: [
          { name: 'payments-api', revision: 'a41c09e' },
          { name: 'checkout-web', revision: null },
        ],
        changes: [{}, {}],
      },
      'rm put in payments-api a41c09e, checkout-web, 2 changes',
    ],
    [
      { type: 'componentRevised', component: 'payments-ledger', from: '9ac01f2', to: '4be77d1' },
      'rm set payments-ledger to 4be77d1 instead of 9ac01f2',
    ],
    [{ type: 'componentAdded', component: 'checkout-web', revision: null }, 'rm put in checkout-web'],
    [{ type: 'componentDropped', component: 'checkout-web' }, 'rm took out checkout-web'],
    [{ type: 'changesEdited', set: [{}], dropped: [2, 3] }, 'rm wrote 1 change, took out 2 changes'],
    [{ type: 'flagsChanged', from: [], to: ['same-day-refunds'] }, 'rm set the flags to same-day-refunds'],
    [{ type: 'flagsChanged', from: ['same-day-refunds'], to: [] }, 'rm took the flags out'],
    [{ type: 'exposureChanged', from: null, to: 'by region' }, 'rm set how it reaches users: "by region"'],
    [{ type: 'exposureChanged', from: 'by region', to: null }, 'rm took out how it reaches users'],
  ],
  readiness: [
    [{ type: 'itemsListed', items: [{}] }, 'rm asked for 1 item'],
    [{ type: 'itemsListed', items: [{}, {}] }, 'rm asked for 2 items'],
    [
      { type: 'itemDone', number: 4, evidence: 'https://ci.example.com/812' },
      'rm finished item 4, Rehearse the rollback: "https://ci.example.com/812"',
    ],
    [{ type: 'itemDone', number: 99, evidence: null }, 'rm finished item 99'],
    [{ type: 'itemReopened', number: 4 }, 'rm reopened item 4, Rehearse the rollback'],
    [
      { type: 'itemBlocked', number: 6, why: 'staging is down', waitsFor: people.opsOncall },
      'rm said what blocks item 6, Load test: "staging is down", waits for ops-oncall',
    ],
    [{ type: 'itemUnblocked', number: 6 }, 'rm unblocked item 6, Load test'],
    [
      { type: 'itemSkipped', number: 6, why: 'covered', required: true },
      'rm skipped item 6, Load test, which is required: "covered"',
    ],
    [
      { type: 'itemSkipped', number: 6, why: 'covered', required: false },
      'rm skipped item 6, Load test: "covered"',
    ],
    [{ type: 'itemTaken', number: 6 }, 'rm took item 6, Load test'],
    [{ type: 'itemGiven', number: 6, owner: people.dba }, 'rm gave item 6, Load test to dba'],
    [{ type: 'itemsFellLate', numbers: [4] }, 'item 4 is late'],
    [{ type: 'itemsFellLate', numbers: [4, 6] }, 'items 4, 6 are late'],
    [
      { type: 'wayBackSet', howLong: '10 min', untilStep: 'everyone has it' },
      'rm agreed the way back: "10 min", until "everyone has it"',
    ],
    [{ type: 'rolesUnfilled', roles: ['Data', 'Quality'] }, 'nobody filled Data and Quality any more'],
    [{ type: 'rolesFilled', roles: ['Data'] }, 'somebody filled Data again'],
  ],
  'the vote': [
    [
      { type: 'voteOpened', round: 1, closes: at('1 Dec 12:00'), undone: null },
      'rm opened vote 1, until Tue 1 Dec, 12:00',
    ],
    [
      { type: 'voteOpened', round: 1, closes: at('1 Dec 12:00'), undone: { items: [4, 6], why: 'tonight' } },
      'rm opened vote 1, until Tue 1 Dec, 12:00, with 4 and 6 undone: "tonight"',
    ],
    [{ type: 'voteMoved', round: 1, closes: at('3 Dec 12:00') }, 'vote 1 closes Thu 3 Dec, 12:00 now'],
    [
      { type: 'ballotCast', says: 'no-go', role: 'Quality', note: 'checkout is red' },
      'rm said no-go for Quality: "checkout is red"',
    ],
    [{ type: 'ballotCast', says: 'go', role: null, note: null }, 'rm said go as advice'],
    [{ type: 'ballotCast', says: 'abstain', role: 'Security', note: null }, 'rm abstained for Security'],
    [{ type: 'ballotUndone', round: 1 }, 'rm took an answer in vote 1 back'],
    [{ type: 'voteDecided', round: 1, outcome: 'go', silent: [] }, 'vote 1 ended with go'],
    [
      {
        type: 'voteDecided',
        round: 1,
        outcome: 'no-go',
        silent: [{ role: 'Quality' }, { role: 'Security' }],
      },
      'vote 1 ended with no-go; Quality and Security gave no answer that counts',
    ],
    [{ type: 'voteCancelled', round: 1, why: 'wrong revision' }, 'rm cancelled vote 1: "wrong revision"'],
    [
      { type: 'clearanceLost', round: 1, why: 'it holds until Fri' },
      'the go does not count any more: it holds until Fri',
    ],
  ],
  'the execution': [
    [{ type: 'releaseStarted', steps: [{}, {}] }, 'rm started it: 2 steps'],
    [{ type: 'stepTaken', number: 4 }, 'rm took step 4, Deploy payments-api'],
    [
      { type: 'stepDone', number: 4, note: 'all pods up' },
      'rm finished step 4, Deploy payments-api: "all pods up"',
    ],
    [
      { type: 'stepFailed', number: 4, why: 'disk full' },
      'rm reported step 4, Deploy payments-api, as failed: "disk full"',
    ],
    [{ type: 'stepRetried', number: 4 }, 'rm retried step 4, Deploy payments-api'],
    [{ type: 'openingAsked', exposure: 1 }, 'it was watched long enough to open further'],
    [
      { type: 'watchWentOn', exposure: 1, soakUntil: at('1 Dec 18:00') },
      '1 % is watched until Tue 1 Dec, 18:00',
    ],
    [{ type: 'opened', share: 10, early: false }, 'rm opened it to 10 %'],
    [{ type: 'opened', share: 100, early: true }, 'rm opened it to everyone, earlier than planned'],
    [{ type: 'narrowed', share: 1, why: 'refund errors' }, 'rm narrowed it to 1 %: "refund errors"'],
    [{ type: 'narrowed', share: 0, why: null }, 'rm narrowed it to nobody'],
    [{ type: 'liveForEveryone' }, 'everyone has it'],
    [{ type: 'fixedForward', why: 'pool size' }, 'rm chose to fix it forward: "pool size"'],
    [
      { type: 'releaseRolledBack', why: 'a refund was paid twice' },
      'rm rolled it back: "a refund was paid twice"',
    ],
  ],
  verification: [
    [
      { type: 'checkPassed', number: 3, note: '11 tickets' },
      'rm passed check 3, Support tickets: "11 tickets"',
    ],
    [
      { type: 'checkFailed', number: 4, why: 'totals differ' },
      'rm reported check 4, Totals agree, as failed: "totals differ"',
    ],
    [{ type: 'releaseVerified' }, 'every check is done: it is verified'],
    [
      { type: 'incidentReported', name: 'INC-482', caused: 'unsure', note: null },
      'rm reported incident INC-482, perhaps this release',
    ],
    [
      { type: 'incidentCorrected', name: 'INC-482', caused: 'yes', ended: at('1 Dec 21:00') },
      'rm corrected incident INC-482: this release, over',
    ],
    [
      { type: 'incidentCorrected', name: 'INC-482', caused: 'no', ended: null },
      'rm corrected incident INC-482: not this release, going on',
    ],
  ],
  'the review': [
    [
      { type: 'reviewStarted', closes: at('10 Dec 16:00'), asked: [asked] },
      'rm started the review: 1 asked, until Thu 10 Dec, 16:00',
    ],
    [{ type: 'rated', ...asked, stars: 1 }, 'somebody who did it rated it'],
    [{ type: 'rated', ...asked, relation: 'uses' }, 'somebody who uses it rated it'],
    [{ type: 'reviewClosed' }, 'rm closed the review'],
    [{ type: 'attentionCounted', pings: 31, people: 12 }, 'rm counted 31 pings, 12 people'],
    [
      {
        type: 'actionAdded',
        number: 1,
        what: 'size the pool',
        owner: people.apiOwner,
        due: at('15 Dec 17:00'),
      },
      'rm added action 1, size the pool, for api-owner by Tue 15 Dec',
    ],
    [{ type: 'actionDone', number: 99 }, 'rm finished action 99'],
  ],
  followers: [
    [{ type: 'followed', person: people.rm }, 'rm follows it'],
    [{ type: 'unfollowed', person: people.rm }, 'rm follows it no more'],
  ],
}

describe.each(Object.entries(given))('the timeline tells of %s', (_, facts) => {
  test.each(facts)('%o', (fact, words) => {
    expect(told(fact)).toBe(words)
  })
})
