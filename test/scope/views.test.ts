import { describe, expect, test } from 'vitest'
import { parseChanges } from '../../src/scope/changes.ts'
import { scopeView } from '../../src/scope/forms.ts'
import { revisedReceipt } from '../../src/scope/receipts.ts'
import { numbered } from '../../src/scope/scope.ts'
import { scopeAnswer, scopeLines } from '../../src/scope/views.ts'
import { misfits } from '../../src/slack/fits.ts'
import { noVotes } from '../../src/votes/votes.ts'
import { givenFacts, people, recorded } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import { givenVote, revised, says } from '../votes/given-vote.ts'
import { givenScoped } from './given-scope.ts'

const facts = givenFacts()
const since232 = givenFacts({
  previous: { key: 'payments-2.3.2', revisions: { 'payments-api': '7c1d2e0', 'payments-ledger': '0a' } },
})
const lines = (count: number, line: string) =>
  numbered(parseChanges(Array.from({ length: count }, () => line).join('\n')))
const fourteen = numbered([...lines(4, 'feature: a'), ...lines(8, 'fix: b'), ...lines(2, 'internal: c')])
const hostile = '<!channel> @here *bold* _it_ `x` שלום 🎉 <https://x|y>'

describe('on the vote card', () => {
  test('changes are counted since the last release', () => {
    const [changes] = scopeLines(givenScoped({ changes: fourteen }), since232)
    expect(changes?.mrkdwn).toBe('*Changes* 14 since 2.3.2: 4 features, 8 fixes, 2 internal')
  })

  test('revisions, flags and the exposure plan stand beside them', () => {
    const told = scopeLines(givenScoped({ exposure: 'Berlin first' }), since232).map(({ mrkdwn }) => mrkdwn)
    expect(told).toEqual([
      '*Changes* 3 since 2.3.2: 1 feature, 2 fixes',
      '*Components* payments-api unchanged, payments-ledger 1f00c2d (was 0a)',
      '*Flags* refunds-same-day',
      '*Exposure* "Berlin first"',
    ])
  })

  test('nothing is said of what nobody has said', () => {
    const bare = givenScoped({ components: [], changes: [], flags: [] })
    expect(scopeLines(bare, facts).map(({ mrkdwn }) => mrkdwn)).toEqual(['*Changes* none are listed'])
  })
})

describe('whoever asks', () => {
  test('reads what is in it, what is missing first', () => {
    expect(shown(scopeAnswer(givenScoped(), since232, people.rm, 0))).toBe(
      [
        '*payments-2.4.0 brings 3 changes in 3 components; 1 of 3 revisions not known yet*',
        '*Changes* 3 since 2.3.2: 1 feature, 2 fixes',
        'payments-api 7c1d2e0, unchanged',
        'payments-ledger 1f00c2d, was 0a',
        'checkout-web, revision not known yet',
        '*Flags* refunds-same-day',
        '*All of them*',
        'feature: Refunds the same day',
        'fix: paid twice · link',
        'fix: rounding',
        '[Edit…]',
      ].join('\n'),
    )
  })

  test.each([
    ['who runs it', people.rm, true],
    ['who owns a component', people.ledgerOwner, true],
    ['anybody else', people.qaLead, false],
  ])('%s may edit it: that is offered accordingly', (_, person, may) => {
    expect(buttonsOf(scopeAnswer(givenScoped(), facts, person, 0)).includes('Edit…')).toBe(may)
  })

  test('nobody is offered to edit what went out', () => {
    expect(buttonsOf(scopeAnswer(givenScoped({}, { state: 'closed' }), facts, people.rm, 0))).toEqual([])
  })
})

describe('three hundred changes', () => {
  const changes = numbered(
    parseChanges(Array.from({ length: 300 }, (_, i) => `fix: change ${i + 1} ${hostile}`).join('\n')),
  )
  const release = givenScoped({ changes })
  const pages = Array.from({ length: 25 }, (_, page) => scopeAnswer(release, facts, people.rm, page))

  test('can all be read, page by page', () => {
    const read = pages.map(shown).join('\n')
    for (let number = 1; number <= 300; number++) expect(read).toContain(`change ${number} `)
    expect(pages.flatMap(misfits)).toEqual([])
  })

  test('can all be edited, page by page', () => {
    const forms = Array.from({ length: 25 }, (_, page) => scopeView(release, facts, people.rm, page))
    expect(forms.flatMap(misfits)).toEqual([])
    expect(forms.map(shown).at(-1)).toContain('Changes 289 to 300 of 300: fix: change 289')
  })

  test('lead on and back', () => {
    const buttons = pages.map(buttonsOf)
    expect(buttons[0]).toEqual(['More', 'Edit…'])
    expect(buttons[12]).toEqual(['Earlier', 'More', 'Edit…'])
    expect(buttons[24]).toEqual(['Earlier', 'Edit…'])
  })
})

describe('the form', () => {
  test('shows who runs it everything, and an owner the components', () => {
    const whole = shown(scopeView(givenScoped(), facts, people.rm, 0))
    expect(whole).toContain('Components: payments-api 7c1d2e0\npayments-ledger 1f00c2d\ncheckout-web')
    expect(whole).toContain(
      'Changes: feature: Refunds the same day\nfix: paid twice https://t/812\nfix: rounding',
    )
    expect(shown(scopeView(givenScoped(), facts, people.ledgerOwner, 0))).not.toContain('Changes')
  })

  test('leaves out what does not fit an input, so that it is not cut', () => {
    const components = Array.from({ length: 200 }, (_, i) => ({
      name: `component-${i}`,
      revision: '0123456789',
    }))
    const form = scopeView(givenScoped({ components, exposure: 'x'.repeat(5000) }), facts, people.rm, 0)
    expect(shown(form)).not.toContain('component-0')
    expect(shown(form)).not.toContain('Exposure')
    expect(misfits(form)).toEqual([])
  })

  test('offers what just fits', () => {
    const exposure = (length: number) => givenScoped({ exposure: 'x'.repeat(length) })
    const flags = (length: number) => givenScoped({ flags: ['x'.repeat(length)] })
    const form = (release: ReturnType<typeof givenScoped>) => shown(scopeView(release, facts, people.rm, 0))
    expect(form(exposure(3000))).toContain('Exposure plan')
    expect(form(exposure(3001))).not.toContain('Exposure plan')
    expect(form(flags(3000))).toContain('Flags')
    expect(form(flags(3001))).not.toContain('Flags')
  })

  test('with hostile words everywhere still fits', () => {
    const release = givenScoped({
      components: [{ name: hostile, revision: hostile }],
      changes: numbered(parseChanges(hostile)),
      flags: [hostile],
      exposure: hostile.repeat(90),
    })
    expect(misfits(scopeView(release, facts, people.rm, 0))).toEqual([])
    expect(misfits(scopeAnswer(release, facts, people.rm, 0))).toEqual([])
  })
})

test('a new revision is answered with what it was', () => {
  const release = givenScoped({}, { votes: noVotes })
  const events = recorded(release, [
    { type: 'componentRevised', component: 'payments-ledger', from: '0a', to: '1f00c2d' },
  ])
  expect(shown(revisedReceipt({ release, facts, events }, 'payments-ledger'))).toBe(
    'payments-ledger is 1f00c2d, was 0a.',
  )
})

test('a new revision while a vote is open names whose go does not count any more', () => {
  const release = revised(says(says(givenVote(), people.qaLead, 'go'), people.opsLead, 'go'))
  const events = recorded(release, [
    { type: 'componentRevised', component: 'payments-ledger', from: '9ac01f2', to: '4be77d1' },
  ])
  expect(shown(revisedReceipt({ release, facts, events }, 'payments-ledger'))).toBe(
    'payments-ledger is 4be77d1, was 9ac01f2. Quality and Operations are asked again.',
  )
})
