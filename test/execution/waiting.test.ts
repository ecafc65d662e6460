import { describe, expect, test } from 'vitest'
import { dueToAsk } from '../../src/execution/asking.ts'
import { execution } from '../../src/execution/feature.ts'
import { waitingExecution } from '../../src/execution/waiting.ts'
import type { Changed } from '../../src/feature.ts'
import type { Release, ReleaseEvent } from '../../src/releases/release.ts'
import { plain } from '../../src/slack/blocks.ts'
import { after, berlin, givenFacts, people, recorded } from '../given.ts'
import {
  atStepFour,
  deployed,
  does,
  failed,
  features,
  givenCleared,
  live,
  narrowed,
  onHold,
  openToTen,
} from './given-execution.ts'

const waits = (release: Release, at: string) =>
  waitingExecution(release, givenFacts(), berlin(at)).map(({ person, kind, what, due, late }) => ({
    person,
    kind,
    what: plain(what),
    due,
    late,
  }))

describe('what waits for whom', () => {
  test('the start, for the release manager', () => {
    expect(waits(givenCleared(), '1 Dec 14:00')).toEqual([
      {
        person: people.rm,
        kind: 'step',
        what: 'Start payments-2.4.0',
        due: berlin('1 Dec 15:00'),
        late: false,
      },
    ])
    expect(waits(givenCleared(), '1 Dec 15:01')).toMatchObject([{ late: true }])
  })

  test('the current step, for its owner', () => {
    expect(waits(atStepFour(), '1 Dec 15:40')).toEqual([
      {
        person: people.opsOncall,
        kind: 'step',
        what: '4 Deploy payments-api',
        due: berlin('1 Dec 15:40'),
        late: true,
      },
    ])
    expect(waits(failed(), '1 Dec 15:50')).toMatchObject([{ person: people.opsOncall }])
  })

  test('an opening, once its owner was asked', () => {
    expect(waits(openToTen(), '1 Dec 18:00')).toEqual([])
    const asked = does(openToTen(), '2 Dec 11:10', people.rm, dueToAsk)
    expect(waits(asked, '2 Dec 11:10')).toEqual([
      {
        person: people.paymentsLead,
        kind: 'phase',
        what: '8 Open to everyone',
        due: berlin('2 Dec 11:10'),
        late: false,
      },
    ])
  })

  test('nothing on hold, before the go, or when everyone has it', () => {
    expect(waits(onHold(atStepFour()), '1 Dec 15:40')).toEqual([])
    expect(waits(givenCleared({ state: 'deciding' }), '1 Dec 14:00')).toEqual([])
    expect(waits(live(), '2 Dec 16:00')).toEqual([])
  })
})

describe('what is posted anew', () => {
  const posts = (before: Release, events: readonly ReleaseEvent[]) => {
    const at = { at: berlin('1 Dec 16:30') }
    const change: Changed = {
      before,
      after: after(features, before, events, at),
      facts: givenFacts(),
      events: recorded(before, events, at),
      now: berlin('1 Dec 16:30'),
    }
    return execution.react?.(change)
  }

  test('a step that is done pings the owner of the next, once', () => {
    expect(posts(atStepFour(), [{ type: 'stepDone', number: 4, note: null }])).toEqual([
      { post: 'step-ask', key: '5', params: { by: people.rm } },
    ])
  })

  test('the last deployment asks to open, when that is due', () => {
    expect(posts(deployed(), [{ type: 'openingAsked', exposure: 0 }])).toEqual([
      { post: 'open-ask', key: '0' },
    ])
  })

  test('opening further posts nothing of its own; a narrowing and live for everyone do', () => {
    const wider = { from: 1, share: 10, soakUntil: berlin('2 Dec 10:30'), plannedAt: berlin('1 Dec 17:00') }
    expect(posts(narrowed(), [{ type: 'opened', ...wider, step: null, early: false }])).toEqual([])
    const smaller = { from: 10, share: 1, soakUntil: berlin('1 Dec 17:30'), why: null }
    expect(posts(openToTen(), [{ type: 'narrowed', ...smaller }])).toEqual([{ post: 'narrowed', key: '3' }])
    expect(posts(openToTen(), [{ type: 'liveForEveryone', checks: [] }])).toEqual([
      { post: 'live', key: String(openToTen().revision + 1) },
    ])
  })

  test('every failure and every rollback is told', () => {
    expect(posts(atStepFour(), [{ type: 'stepFailed', number: 4, why: 'disk full' }])).toEqual([
      { post: 'step-failed', key: '4.1' },
    ])
    const undone = { why: 'x', from: 10, deployed: [], pastNoWayBack: null }
    expect(posts(openToTen(), [{ type: 'releaseRolledBack', ...undone }])).toEqual([
      { post: 'rolled-back', key: '' },
    ])
  })
})
