import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../src/people/people.ts'
import { block, reopen, skip, unblock } from '../../src/readiness/acting.ts'
import { asksMore, evidencedBy, finish } from '../../src/readiness/finishing.ts'
import { itemNumbered } from '../../src/readiness/standing.ts'
import type { Decide, ReleaseEvent, State } from '../../src/releases/release.ts'
import { actor, given, givenFacts, people } from '../given.ts'
import { done, features, givenListed, shortHanded, wayBack } from './given-readiness.ts'

type Act = (person: PersonId, number: number) => Decide
const acts = {
  done: (person, number) => (r, f, n) => finish(r, f, n, actor(person), number),
  blocked: (person, number) => (r, f, n) => block(r, f, n, actor(person), number, { why: 'staging is down' }),
  unblock: (person, number) => (r, f, n) => unblock(r, f, n, actor(person), number),
  skip: (person, number) => (r, f, n) => skip(r, f, n, actor(person), number, 'no change in it'),
  undo: (person, number) => (r, f, n) => reopen(r, f, n, actor(person), number),
} satisfies Record<string, Act>

const blocked: ReleaseEvent = {
  type: 'itemBlocked',
  number: 2,
  why: 'staging is down',
  waitsFor: people.opsOncall,
}
const skipped: ReleaseEvent = { type: 'itemSkipped', number: 2, why: 'no change in it', required: true }
const before = { done: [], blocked: [], unblock: [blocked], skip: [], undo: [done(2)] } satisfies Record<
  string,
  ReleaseEvent[]
>

const runs = [people.rm, people.deputy, people.admin]
const owns = [people.ledgerOwner]
const hasPart = [people.qaLead, people.opsOncall, people.apiOwner]
const hasNone = [people.bystander, people.guest]

describe.each<[act: keyof typeof acts, may: PersonId[], mayNot: PersonId[]]>([
  ['done', [...runs, ...owns], [...hasPart, ...hasNone]],
  ['blocked', [...runs, ...owns, ...hasPart], hasNone],
  ['unblock', [...runs, ...owns, people.opsOncall], [people.qaLead, ...hasNone]],
  ['skip', runs, [...owns, ...hasPart, ...hasNone]],
  ['undo', [...runs, ...owns], [...hasPart, ...hasNone]],
])('%s of item 2', (act, may, mayNot) => {
  const release = givenListed(before[act])

  test.each(may)('is for %s', (person) => {
    expect(acts[act](person, 2)(release, givenFacts(), new Date(0))).toHaveLength(1)
  })

  test.each(mayNot)('is not for %s', (person) => {
    given(features, release)
      .when(acts[act](person, 2))
      .isRefused(/^Only (ledger-owner or )?rm or an admin|^Only ledger-owner or rm|^Guests read along/)
  })

  test.each<State>(['planned', 'executing', 'verifying', 'reviewing', 'closed', 'cancelled'])(
    'is over when %s',
    (state) => {
      given(features, { ...release, state })
        .when(acts[act](people.rm, 2))
        .isRefused(`payments-2.4.0 is ${state}: its list is closed.`)
    },
  )

  test.each<State>(['preparing', 'deciding', 'cleared'])('is possible while %s, on hold too', (state) => {
    const hold = { since: new Date(0), by: people.rm, why: 'INC-1' }
    expect(acts[act](people.rm, 2)({ ...release, state, hold }, givenFacts(), new Date(0))).toHaveLength(1)
  })

  test('of an item that is not there names the last', () => {
    given(features, release)
      .when(acts[act](people.rm, 12))
      .isRefused('There is no item 12; the list ends at 9.')
  })
})

const byRm = (act: keyof typeof acts, number: number) => acts[act](people.rm, number)

describe('done', () => {
  test('knows the revision it was done for, and who says so', () => {
    const { state } = given(features, givenListed()).when(acts.done(people.ledgerOwner, 2), {
      by: actor(people.ledgerOwner),
    })
    expect(itemNumbered(state, 2).state).toMatchObject({
      is: 'done',
      by: people.ledgerOwner,
      revision: 'a1',
      evidence: null,
    })
  })

  test('twice is nothing, with other evidence it is the evidence', () => {
    given(features, givenListed([done(2)]))
      .when(byRm('done', 2))
      .happens([])
    given(features, givenListed([done(2)]))
      .when((r, f, n) => finish(r, f, n, actor(people.rm), 2, { evidence: ' https://ci/9 ' }))
      .happens([{ type: 'itemDone', number: 2, evidence: 'https://ci/9', revision: 'a1' }])
  })

  test.each([undefined, 'looked fine', '  '])(
    'wants a link where the model demands evidence, not %j',
    (evidence) => {
      given(features, givenListed())
        .when((r, f, n) => finish(r, f, n, actor(people.rm), 6, evidence === undefined ? {} : { evidence }))
        .isRefused(
          'Item 6 wants evidence, a link to a result or a file. Like: /release ready 6 done https://ci/812',
        )
    },
  )

  test('of an item that nobody owns asks for an owner first', () => {
    given(features, givenListed(), shortHanded)
      .when(acts.done(people.qaLead, 8))
      .isRefused('Item 8 has no owner yet. Take it first: /release ready 8 take')
  })

  test('mends what was skipped or blocked', () => {
    for (const event of [blocked, skipped]) {
      const { state } = given(features, givenListed([event])).when(byRm('done', 2))
      expect(itemNumbered(state, 2).state.is).toBe('done')
    }
  })
})

describe('the way back', () => {
  const finished =
    (said: Parameters<typeof finish>[5]) =>
    (release = givenListed()) =>
      given(features, release).when((r, f, n) => finish(r, f, n, actor(people.dba), 4, said))

  test('is asked for when its item is done', () => {
    finished({})().isRefused('How does it go back? Item 4 asks how long, until when, and at what sign.')
    expect(asksMore(itemNumbered(givenListed(), 4), givenListed())).toBe(true)
  })

  test('is agreed with the word that it is done', () => {
    const { state } = finished({ wayBack })()
    expect(state.readiness.wayBack).toEqual(wayBack)
    expect(itemNumbered(state, 4).state.is).toBe('done')
  })

  test('may be said again later without doing the item again', () => {
    const agreed = givenListed([{ type: 'wayBackSet', ...wayBack }, done(4)])
    const longer = { ...wayBack, howLong: '20 min' }
    finished({ wayBack })(agreed).happens([])
    finished({ wayBack: longer })(agreed).happens([{ type: 'wayBackSet', ...longer }])
  })

  test.each([
    ['howLong', 'How long does it take? Like: 10 min'],
    ['untilStep', 'Until when is it possible? Like: step 8'],
    ['rollbackSign', 'At what sign do you roll back? Like: a refund is paid twice'],
  ])('is not agreed without %s', (field, words) => {
    finished({ wayBack: { ...wayBack, [field]: ' ' } })().isRefused(words)
  })

  test('needs no sign to narrow where there is nothing to narrow to', () => {
    expect(finished({ wayBack: { ...wayBack, sign: '' } })().state.readiness.wayBack?.sign).toBeNull()
  })
})

describe('blocked', () => {
  const blocking =
    (why: string, waitsFor: PersonId | null = null) =>
    (release = givenListed()) =>
      given(features, release).when((r, f, n) => block(r, f, n, actor(people.rm), 6, { why, waitsFor }))

  test('needs a reason', () => {
    blocking('  ')().isRefused('Blocked by what? Like: /release ready 6 blocked staging is down')
  })

  test('says what is in the way, since when, and who is waited for', () => {
    const { state } = blocking('staging is down', people.opsOncall)().state.readiness.items[5] ?? {}
    expect(state).toMatchObject({
      is: 'blocked',
      why: 'staging is down',
      by: people.rm,
      waitsFor: people.opsOncall,
    })
  })

  test('for the same reason is nothing, for another it is that one', () => {
    const release = givenListed([{ type: 'itemBlocked', number: 6, why: 'staging is down', waitsFor: null }])
    blocking('staging is down')(release).happens([])
    blocking('no data')(release).happens([{ type: 'itemBlocked', number: 6, why: 'no data', waitsFor: null }])
  })

  test('is not what is done', () => {
    blocking('oh')(givenListed([done(6)])).isRefused(
      'Item 6 is done. Open it again first: /release ready 6 undo',
    )
  })
})

test.each([
  [
    'evidence',
    (words: string): Decide =>
      (r, f, n) =>
        finish(r, f, n, actor(people.rm), 2, { evidence: words }),
  ],
  [
    'what blocks it',
    (words: string): Decide =>
      (r, f, n) =>
        block(r, f, n, actor(people.rm), 2, { why: words }),
  ],
  [
    'why it is skipped',
    (words: string): Decide =>
      (r, f, n) =>
        skip(r, f, n, actor(people.rm), 2, words),
  ],
])('%s is told when it is too long, and nothing is cut', (_, say) => {
  expect(
    given(features, givenListed()).when(say('x'.repeat(800))).state.readiness.items[1]?.state.is,
  ).not.toBe('open')
  given(features, givenListed())
    .when(say('x'.repeat(801)))
    .isRefused('That has 801 characters, and 800 fit. Put the rest behind a link.')
})

describe('an item stays as it is', () => {
  test('when what is open is unblocked or opened', () => {
    given(features, givenListed()).when(byRm('unblock', 2)).happens([])
    given(features, givenListed()).when(byRm('undo', 2)).happens([])
  })

  test('skipped twice for one reason, and not at all without one', () => {
    given(features, givenListed([skipped]))
      .when(byRm('skip', 2))
      .happens([])
    given(features, givenListed())
      .when((r, f, n) => skip(r, f, n, actor(people.rm), 2, ''))
      .isRefused(/^Skip it why\? Your reason stays on the card\. Like: \/release ready 2 skip/)
  })

  test('skipped anew for another reason', () => {
    given(features, givenListed([skipped]))
      .when((r, f, n) => skip(r, f, n, actor(people.rm), 2, 'covered by 2.3.9'))
      .happens([{ ...skipped, why: 'covered by 2.3.9' }])
  })

  test('skipped unless who runs the release opens it again', () => {
    given(features, givenListed([skipped]))
      .when(acts.undo(people.ledgerOwner, 2))
      .isRefused(/^Only rm or an admin/)
    given(features, givenListed([skipped]))
      .when(byRm('undo', 2))
      .happens([{ type: 'itemReopened', number: 2 }])
  })

  test('a required one that is skipped says so', () => {
    given(features, givenListed()).when(byRm('skip', 2)).happens([skipped])
  })
})

test('an item is for whom it was given to, and for each who fills its role', () => {
  const given_ = givenListed([{ type: 'itemGiven', number: 4, owner: people.bystander }])
  const finished = (person: PersonId, release = givenListed()) =>
    finish(release, shortHanded, new Date(0), actor(person), 4, { evidence: null, wayBack })
  expect(() => finished(people.bystander)).toThrow(/^Only /)
  expect(finished(people.bystander, given_)).not.toEqual([])
  for (const person of [people.dba, people.opsOncall]) {
    expect(finished(person)).not.toEqual([])
    expect(finished(person, given_)).not.toEqual([])
  }
})

test('evidence may be brought for what is open, and for what was done on a word', () => {
  const release = givenListed([done(1), done(2, 'https://ci/1'), skipped])
  const numbers = (person: PersonId) =>
    evidencedBy(release, givenFacts(), actor(person)).map(({ number }) => number)
  expect(numbers(people.rm)).toEqual([3, 4, 5, 6, 7, 8, 9, 1])
  expect(numbers(people.qaLead)).toEqual([6])
  expect(numbers(people.bystander)).toEqual([])
})
