import type { Mine } from '../../src/home/mine.ts'
import { actions, button, md } from '../../src/slack/blocks.ts'
import { berlin, people } from '../given.ts'

const done = (label: string) => button({ text: label, action: 'some.act', value: '{}' })

/** Something that waits for dba in payments-2.4.0. */
export const givenMine = (part: Partial<Mine> = {}): Mine => ({
  person: people.dba,
  release: 'r1',
  key: 'payments-2.4.0',
  zone: 'Europe/Berlin',
  kind: 'item',
  what: md`4 Rehearse the rollback`,
  due: berlin('24 Nov 17:00'),
  late: false,
  buttons: actions([done('Done')]),
  ...part,
})

export const lateRehearsal = givenMine({ late: true })

export const runbook = givenMine({
  release: 'r2',
  key: 'ledger-1.9.0',
  what: md`2 Write the runbook`,
  due: berlin('24 Nov 18:00'),
})

export const voteOnPayments = givenMine({
  kind: 'vote',
  what: md`Your vote for Security`,
  due: berlin('1 Dec 12:00'),
  buttons: actions([done('Go'), done('No-go…')]),
})
