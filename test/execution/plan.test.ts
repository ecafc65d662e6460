import { describe, expect, test } from 'vitest'
import { plannedStart, planSteps, shareWords } from '../../src/execution/plan.ts'
import { clock, weekdayClock } from '../../src/time/words.ts'
import { berlin, givenFacts, standard } from '../given.ts'
import { givenCleared } from './given-execution.ts'

const inBerlin = (at: Date) => clock(at, 'Europe/Berlin')

describe('the run-of-show is planned from the model', () => {
  const steps = planSteps(givenCleared(), givenFacts())

  test('one deploy step per component in scope, in deploy order, then one step per phase', () => {
    expect(steps.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Tell support',
      '2 Migrate the data',
      '3 Deploy payments-ledger',
      '4 Deploy payments-api',
      '5 Deploy checkout-web',
      '6 Open to 1 %',
      '7 Open to 10 %',
      '8 Open to everyone',
    ])
  })

  test('times count back from the target, with the margin, and on by the soaks', () => {
    expect(steps.map(({ plannedAt }) => weekdayClock(plannedAt, 'Europe/Berlin'))).toEqual([
      'Tue 15:00',
      'Tue 15:05',
      'Tue 15:20',
      'Tue 15:30',
      'Tue 15:40',
      'Tue 16:00',
      'Tue 17:00',
      'Wed 11:00',
    ])
  })

  test('a component is deployed by the role that deploys it', () => {
    expect(steps.map(({ role }) => role)).toEqual([
      'Support',
      'Data',
      'On call',
      'On call',
      'Web',
      'Product',
      'Product',
      'Product',
    ])
  })

  test('only what is in scope is deployed, and the start moves accordingly', () => {
    const release = givenCleared()
    const [ledger] = release.scope.components.filter(({ name }) => name === 'payments-ledger')
    const smaller = { ...release, scope: { ...release.scope, components: ledger ? [ledger] : [] } }
    expect(planSteps(smaller, givenFacts()).filter(({ kind }) => kind === 'deploy')).toHaveLength(1)
    expect(inBerlin(plannedStart(smaller, givenFacts()))).toBe('15:20')
  })

  test('a deploy rule may name a role of its own', () => {
    const model = { ...standard, steps: standard.steps.map((rule) => ({ ...rule, owner: 'Operations' })) }
    const roles = planSteps(givenCleared(), givenFacts({ model })).map(({ role }) => role)
    expect(new Set(roles.slice(0, 5))).toEqual(new Set(['Operations']))
  })

  test('without any step it begins by opening, at the target', () => {
    const facts = givenFacts({ model: { ...standard, steps: [] } })
    expect(plannedStart(givenCleared(), facts)).toEqual(berlin('1 Dec 16:00'))
    expect(planSteps(givenCleared(), facts).map(({ number, kind }) => [number, kind])).toEqual([
      [1, 'open'],
      [2, 'open'],
      [3, 'open'],
    ])
  })
})

test.each([
  [0, 'nobody'],
  [0.5, '0.5 %'],
  [10, '10 %'],
  [100, 'everyone'],
])('%d percent of users are %s', (share, words) => expect(shareWords(share)).toBe(words))
