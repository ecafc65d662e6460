import { describe, expect, test } from 'vitest'
import type { Release } from '../../src/releases/release.ts'
import { correctIncident, nameOfLink, reportIncident } from '../../src/verification/incidents.ts'
import type { IncidentTold } from '../../src/verification/verification.ts'
import { does, givenCleared, live, openToTen } from '../execution/given-execution.ts'
import { actor, berlin, givenFacts, people, refusal } from '../given.ts'

const now = berlin('1 Dec 20:15')
const told: IncidentTold = {
  name: 'INC-482',
  link: 'https://example.com/incidents/INC-482',
  note: null,
  caused: 'unsure',
  began: now,
  ended: null,
}
const report = (release: Release, part: Partial<IncidentTold> = {}, by: string = people.opsOncall) =>
  reportIncident(release, givenFacts(), now, actor(by), { ...told, ...part })
const reported = () => does(openToTen(), '1 Dec 20:15', people.opsOncall, (release) => report(release))
const correct = (release: Release, part: Partial<IncidentTold>, number = 1) =>
  correctIncident(release, givenFacts(), berlin('1 Dec 22:00'), actor(people.rm), {
    ...told,
    ...part,
    number,
  })

describe('an incident', () => {
  test('is kept with its number and the share of users when it began', () => {
    expect(reported().verification.incidents).toEqual([
      { ...told, number: 1, share: 10, by: people.opsOncall, at: now },
    ])
    expect(report(reported(), { link: null, name: 'another' })).toMatchObject([{ number: 2 }])
  })

  test('can be told by anybody who may act here', () =>
    expect(report(live(), {}, people.bystander)).toHaveLength(1))

  test('with a link that is known is the same one', () => {
    expect(report(reported(), { caused: 'yes' })).toEqual([
      { type: 'incidentCorrected', ...told, caused: 'yes', number: 1, share: 10 },
    ])
    expect(report(reported())).toEqual([])
  })

  test('is corrected when more is known', () => {
    const ended = berlin('1 Dec 21:08')
    const release = does(reported(), '1 Dec 22:00', people.rm, (state) =>
      correct(state, { caused: 'yes', ended, note: ' 214 refunds late ' }),
    )
    expect(release.verification.incidents).toEqual([
      {
        ...told,
        caused: 'yes',
        ended,
        note: '214 refunds late',
        number: 1,
        share: 10,
        by: people.opsOncall,
        at: now,
      },
    ])
  })

  test('told later still says who had it when it began', () => {
    expect(report(live(), { began: berlin('1 Dec 16:30') })).toMatchObject([{ share: 1 }])
    const release = does(live(), '2 Dec 16:00', people.rm, (state) =>
      report(state, { began: berlin('1 Dec 12:00') }),
    )
    expect(release.verification.incidents).toMatchObject([{ share: 0 }])
    expect(correct(release, { began: berlin('1 Dec 18:00') })).toMatchObject([{ share: 10 }])
  })

  test.each<[Partial<IncidentTold>, string]>([
    [{ name: ' ' }, 'Which incident? Like: /release incident https://example.com/INC-482'],
    [{ name: 'x'.repeat(201) }, 'Its name is too long. Say the rest in the note.'],
    [{ link: `https://example.com/${'x'.repeat(1000)}` }, 'That link is too long to keep.'],
    [{ note: 'x'.repeat(801) }, 'That has 801 characters, and 800 fit. Put the rest behind a link.'],
    [{ began: berlin('2 Dec 20:15') }, 'It cannot begin in the future.'],
    [{ ended: berlin('1 Dec 20:14') }, 'It cannot end before it began.'],
  ])('must make sense: %o', (part, words) => {
    expect(refusal(() => report(openToTen(), part))).toBe(words)
  })

  test('is tied to a release from its start on', () => {
    expect(refusal(() => report(givenCleared()))).toBe(
      'payments-2.4.0 is cleared; incidents are tied to a release from its start to its review.',
    )
    expect(refusal(() => correct(openToTen(), {}, 3))).toBe('There is no incident 3 in payments-2.4.0.')
  })
})

test.each([
  ['https://example.com/incidents/INC-482', 'INC-482'],
  ['https://status.example.com/', 'status.example.com/'],
  ['not-a-link', 'not-a-link'],
])('%s is called %s', (link, name) => expect(nameOfLink(link)).toBe(name))
