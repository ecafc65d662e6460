import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingItems } from '../../src/readiness/items.ts'
import type { Release, State } from '../../src/releases/release.ts'
import { lineOf, pagesOf, parseChanges } from '../../src/scope/changes.ts'
import { editScope, revise, type ScopeEdit } from '../../src/scope/editing.ts'
import { fingerprintOf, type NumberedChange, numbered } from '../../src/scope/scope.ts'
import { actor, after, berlin, given, givenFacts, people, refusal } from '../given.ts'
import { features, givenScoped } from './given-scope.ts'

const now = berlin('27 Nov 10:00')
const facts = givenFacts()
const ledger = { name: 'payments-ledger', revision: '4be77d1' }

describe('who names a revision', () => {
  const release = givenScoped()
  test.each([people.rm, people.deputy, people.admin, people.ledgerOwner])('%s does', (person) => {
    given(features, release)
      .when((r, f, n) => revise(r, f, n, actor(person), ledger))
      .happens([{ type: 'componentRevised', component: 'payments-ledger', from: '1f00c2d', to: '4be77d1' }])
  })

  test.each([people.apiOwner, people.qaLead, people.bystander, people.guest])('%s does not', (person) => {
    given(features, release)
      .when((r, f, n) => revise(r, f, n, actor(person), ledger))
      .isRefused('Only ledger-owner, rm or an admin names the revision of payments-ledger.')
  })
})

describe('a revision', () => {
  const by = actor(people.rm)
  const when = (release: Release, component: { name: string; revision: string | null }) =>
    given(features, release).when((r, f, n) => revise(r, f, n, by, component))

  test('that is there already is nothing', () => {
    when(givenScoped(), { name: 'payments-ledger', revision: '1f00c2d' }).happens([])
  })

  test('is asked for when it is missing', () => {
    when(givenScoped(), { name: 'payments-ledger', revision: null }).isRefused(
      'Which revision of payments-ledger? Like: /release scope payments-ledger 4be77d1',
    )
  })

  test('of a component outside the scope is refused', () => {
    when(givenScoped({ components: [] }), ledger).isRefused('payments-ledger is not in payments-2.4.0.')
  })

  test.each<State>(['planned', 'preparing', 'deciding', 'cleared', 'executing'])(
    'may change while %s',
    (state) => {
      expect(when(givenScoped({}, { state }), ledger).state.scope.components[1]).toEqual(ledger)
    },
  )

  test.each<State>(['verifying', 'reviewing', 'closed', 'cancelled'])('stays once it is %s', (state) => {
    when(givenScoped({}, { state }), ledger).isRefused(
      `payments-2.4.0 is ${state}: its scope is what went out.`,
    )
  })

  test('opens the item of its component again', () => {
    const listed = after(features, givenScoped(), missingItems(givenScoped(), facts))
    const done = after(features, listed, [
      { type: 'itemDone', number: 2, evidence: null, revision: '1f00c2d' },
    ])
    when(done, ledger).happens([
      { type: 'componentRevised', component: 'payments-ledger', from: '1f00c2d', to: '4be77d1' },
      { type: 'itemReopened', number: 2 },
    ])
    const { items } = when(done, ledger).state.readiness
    expect(items[1]).toMatchObject({ number: 2, again: '4be77d1', state: { is: 'open' } })
  })
})

const edited = (release: Release, edit: Omit<ScopeEdit, 'fingerprint'>, person: string = people.rm) => {
  const whole = { fingerprint: fingerprintOf(release.scope), ...edit }
  return after(features, release, editScope(release, facts, now, actor(person), whole)).scope
}

describe('editing', () => {
  test('is not done over what somebody else wrote meanwhile', () => {
    const edit = { fingerprint: fingerprintOf(givenScoped({ flags: [] }).scope), flags: [] }
    expect(refusal(() => editScope(givenScoped(), facts, now, actor(people.rm), edit))).toMatch(
      /^Somebody changed the scope meanwhile/,
    )
  })

  test('an unchanged form is nothing', () => {
    const release = givenScoped()
    const { components, changes, flags, exposure } = release.scope
    const fingerprint = fingerprintOf(release.scope)
    const form = { fingerprint, components, changes: { shown: [1, 2, 3], written: changes }, flags, exposure }
    expect(editScope(release, facts, now, actor(people.bystander), form)).toEqual([])
  })

  test('a line that is edited stays in its place, one that is emptied is dropped', () => {
    const written = parseChanges('feature: Refunds the same hour\nfix: rounding')
    const { changes } = edited(givenScoped(), { changes: { shown: [1, 2, 3], written } })
    expect(changes.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Refunds the same hour'],
      [3, 'rounding'],
    ])
  })

  test('only who runs it edits changes, flags and exposure', () => {
    const words = refusal(() => edited(givenScoped(), { flags: [] }, people.ledgerOwner))
    expect(words).toMatch(/^Only rm or an admin edits the scope/)
    expect(edited(givenScoped(), { flags: ['a'], exposure: 'Berlin first' })).toMatchObject({
      flags: ['a'],
      exposure: 'Berlin first',
    })
  })

  test('an owner names revisions of their own component in the form, and no other', () => {
    const [api, , web] = givenScoped().scope.components
    const components = [api, ledger, web].filter((one) => one !== undefined)
    expect(edited(givenScoped(), { components }, people.ledgerOwner).components).toEqual(components)
    expect(refusal(() => edited(givenScoped(), { components }, people.apiOwner))).toMatch(
      /^Only ledger-owner, rm/,
    )
  })
})

describe('choosing components', () => {
  const api = { name: 'payments-api', revision: '7c1d2e0' }

  test('drops and adds while it prepares, and asks for the items of what came', () => {
    const release = givenScoped({ components: [api] })
    const listed = after(features, release, missingItems(release, facts))
    const chosen = { fingerprint: fingerprintOf(release.scope), components: [ledger] }
    const { scope, readiness } = after(
      features,
      listed,
      editScope(listed, facts, now, actor(people.rm), chosen),
    )
    expect(scope.components).toEqual([ledger])
    expect(readiness.items.find(({ component }) => component === 'payments-api')?.state.is).toBe('skipped')
    expect(readiness.items.at(-1)).toMatchObject({
      number: listed.readiness.items.length + 1,
      component: 'payments-ledger',
    })
  })

  test('is over when it is voted on', () => {
    const release = givenScoped({ components: [api] }, { state: 'deciding' })
    expect(refusal(() => edited(release, { components: [api, ledger] }))).toMatch(
      /^payments-2.4.0 is deciding: its components stay/,
    )
  })

  test('leaves at least one, and is for who runs it', () => {
    expect(refusal(() => edited(givenScoped(), { components: [] }))).toBe(
      'A release brings at least one component.',
    )
    expect(refusal(() => edited(givenScoped(), { components: [api] }, people.apiOwner))).toMatch(
      /^Only rm or an admin/,
    )
  })
})

test('whatever is written on one page, the changes of the others stay, and none is lost that stands there', () => {
  const anyLines = fc.array(fc.constantFrom('fix: a', 'feature: b https://t/1', 'c', 'internal: d'), {
    maxLength: 14,
  })
  const manyChanges = numbered(
    parseChanges(Array.from({ length: 40 }, (_, i) => `fix: change ${i}`).join('\n')),
  )
  const unnumbered = (changes: readonly NumberedChange[]) => changes.map(lineOf).sort()
  fc.assert(
    fc.property(fc.nat(3), fc.nat(12), anyLines, anyLines, (page, kept, more, added) => {
      const release = givenScoped({ changes: manyChanges })
      const shownNow = pagesOf(manyChanges)[page] ?? []
      const written = [...shownNow.slice(0, kept), ...parseChanges(more.join('\n'))]
      const shown = shownNow.map(({ number }) => number)
      const { changes } = edited(release, {
        changes: { shown, written },
        added: parseChanges(added.join('\n')),
      })
      const others = manyChanges.filter(({ number }) => !shown.includes(number))
      expect(changes).toEqual(expect.arrayContaining(others))
      expect(unnumbered(changes)).toEqual([...others, ...written].map(lineOf).concat(added).sort())
      expect(new Set(changes.map(({ number }) => number)).size).toBe(changes.length)
    }),
  )
})
