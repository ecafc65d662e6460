import { describe, expect, test } from 'vitest'
import {
  liveNotice,
  narrowedNotice,
  rolledBackNotice,
  stepFailedNotice,
} from '../../src/execution/notices.ts'
import { retryStep } from '../../src/execution/stepping.ts'
import { actor, people } from '../given.ts'
import { shown } from '../shown.ts'
import {
  does,
  drawn,
  failed,
  live,
  narrowed,
  onHold,
  opens,
  openToTen,
  rolledBack,
  withWayBack,
} from './given-execution.ts'

describe('trouble', () => {
  const why = 'INC-482, refund errors 2.3 %, agreed limit 1 %'
  const trouble = narrowed(1, openToTen(), '1 Dec 20:15', why)

  test('is told with its reason, and asks the release manager', () => {
    const notice = drawn(narrowedNotice, trouble, { key: '3', at: '1 Dec 20:16' })
    expect(notice.text).toBe(
      `payments-2.4.0 narrowed to 1 %: ${why}. ops-oncall, Tue 1 Dec, 20:15 Berlin. <@URM>: fix forward or roll back?`,
    )
    expect(shown(notice)).toContain('[Fix forward…] [Roll back…] [Not this release…]')
  })

  test('does not ping the release manager about what they did themselves', () => {
    const own = does(openToTen(), '1 Dec 20:15', people.rm, () => [
      { type: 'narrowed', from: 10, share: 1, soakUntil: new Date(), why: null },
    ])
    expect(drawn(narrowedNotice, own, { key: '3' }).text).toBe(
      'payments-2.4.0 narrowed to 1 %. rm, Tue 1 Dec, 20:15 Berlin. rm: fix forward or roll back?',
    )
  })

  test('keeps its words and loses its question once something followed', () => {
    for (const after of [opens(trouble, 'next', '1 Dec 21:20'), rolledBack(trouble)])
      expect(shown(drawn(narrowedNotice, after, { key: '3' }))).toBe(
        `*payments-2.4.0 narrowed to 1 %*: ${why}. ops-oncall, Tue 1 Dec, 20:15.`,
      )
  })

  test('on hold offers only the way back', () => {
    expect(shown(drawn(narrowedNotice, onHold(trouble), { key: '3' }))).toContain(
      '\n[Roll back…] [Not this release…]',
    )
  })
})

describe('a rollback', () => {
  test('is told with what is taken back, and pings whoever owns the way back', () => {
    expect(shown(drawn(rolledBackNotice, withWayBack(rolledBack())))).toBe(
      `*payments-2.4.0 was rolled back Tue 1 Dec, 20:31: a refund was paid twice*
*Take back* payments-ledger, payments-api, checkout-web
*Open to* nobody, was 10 % · ops-oncall
<@UOPSONCALL>: the way back is yours, 10 min.`,
    )
  })

  test('says when there was no way back any more', () => {
    const { execution } = openToTen()
    const steps = execution.steps.map((step) => ({ ...step, noWayBack: step.number === 2 }))
    const late = rolledBack({ ...openToTen(), execution: { ...execution, steps } })
    expect(shown(drawn(rolledBackNotice, late))).toContain(
      'Step 2 is done, after which there was no way back.',
    )
  })
})

test('live for everyone is told once, with since when', () => {
  expect(drawn(liveNotice, live()).text).toBe(
    'payments-2.4.0 is live for everyone since Wed 2 Dec, 15:15 Berlin',
  )
})

describe('a failed step', () => {
  test('asks the release manager in the thread', () => {
    const notice = drawn(stepFailedNotice, failed(), { key: '4.1' })
    expect(shown(notice)).toBe(
      'payments-2.4.0: step 4 failed, disk full. <@URM>: try it again, hold or roll back?\n[Try 4 again] [Hold…] [Roll back…]',
    )
  })

  test('stays told once it is tried again, and each failure has its own', () => {
    const retried = does(failed(), '1 Dec 15:50', people.rm, (release, facts, now) =>
      retryStep(release, facts, now, actor(people.rm), { number: 4 }),
    )
    expect(shown(drawn(stepFailedNotice, retried, { key: '4.1' }))).toBe(
      'payments-2.4.0: step 4 failed, disk full.',
    )
    expect(() => drawn(stepFailedNotice, failed(), { key: '4.2' })).toThrow('shows nothing')
  })
})
