import { describe, expect, test } from 'vitest'
import { headlineOf } from '../../src/releases/headlines.ts'
import { heldNotice } from '../../src/releases/notices.ts'
import { heldReceipt } from '../../src/releases/receipts.ts'
import type { Release } from '../../src/releases/release.ts'
import { atStepFour, givenCleared, onHold } from '../execution/given-execution.ts'
import { berlin, givenFacts, givenRelease, people } from '../given.ts'
import { shown } from '../shown.ts'
import { givenVote, says } from '../votes/given-vote.ts'

const since = berlin('2 Dec 10:00')
const managerLeft = () => {
  const facts = givenFacts()
  return { ...facts, people: new Map([...facts.people].filter(([id]) => id !== people.rm)) }
}
const held = (by: string) => givenRelease({ hold: { since, by, why: 'refund errors' } })
const drawn = (release: Release, by: string = people.opsOncall, facts = givenFacts()) => {
  const params = { since: since.getTime(), by }
  const drawing = { release, facts, key: '7', person: null, params, posted: () => null }
  const message = heldNotice.draw({ ...drawing, now: since })
  return message ? shown(message) : expect.fail('nothing is shown')
}

describe('the notice of a hold', () => {
  test('asks who may resume it', () => {
    expect(drawn(held(people.opsOncall))).toBe(
      '*payments-2.4.0 is on hold: ops-oncall, "refund errors"*. <@URM> resumes it.\n[Resume]',
    )
  })

  test('pings nobody for what they did themselves', () => {
    expect(drawn(held(people.rm), people.rm)).toContain('. rm resumes it.')
  })

  test('asks the deputy once the release manager has left', () => {
    const release = { ...held(people.opsOncall), deputy: people.deputy }
    expect(drawn(release, people.opsOncall, managerLeft())).toContain('<@UDEPUTY> resumes it.')
  })

  test('has no button once it is over, nor for another hold', () => {
    const over = 'payments-2.4.0 was held by ops-oncall, Wed 2 Dec, 10:00'
    expect(drawn(givenRelease())).toBe(over)
    const another = { since: berlin('2 Dec 14:00'), by: people.rm, why: 'pool' }
    expect(drawn(givenRelease({ hold: another }))).toBe(over)
  })
})

describe('the receipt of a hold', () => {
  const said = (release: Release, by: string) => shown(heldReceipt(release, givenFacts(), by))

  test('says what waits, and who knows', () => {
    expect(said(onHold(atStepFour()), people.opsOncall)).toBe('On hold. Step 4 waits. rm knows.')
    expect(said(held(people.opsOncall), people.opsOncall)).toBe('On hold. rm knows.')
  })

  test('names the deputy once the release manager has left', () => {
    const release = { ...held(people.opsOncall), deputy: people.deputy }
    expect(shown(heldReceipt(release, managerLeft(), people.opsOncall))).toBe('On hold. deputy knows.')
  })

  test('tells whoever runs it how it goes on', () => {
    expect(said(held(people.rm), people.deputy)).toBe('On hold. Resume: /release resume')
  })
})

test('a release that may go says who starts it, and when', () => {
  expect(headlineOf(givenCleared(), givenFacts(), since).mrkdwn).toContain(
    'payments-2.4.0: cleared. rm starts it ',
  )
})

test('while it is decided, a no-go is told before who is awaited', () => {
  const release = says(givenVote(), people.qaLead, 'no-go checkout is red')
  expect(headlineOf(release, givenFacts(), since).mrkdwn).toMatch(
    /deciding\. No-go from Quality; Security, Operations and Product are awaited$/,
  )
})
