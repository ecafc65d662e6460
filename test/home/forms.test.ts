import { describe, expect, test } from 'vitest'
import { features } from '../../src/app.ts'
import { allForms, formsFor, withNumber } from '../../src/home/forms.ts'
import { states } from '../../src/releases/release.ts'
import { atStepFour, live } from '../execution/given-execution.ts'
import { berlin, givenFacts, people } from '../given.ts'
import { givenListed } from '../readiness/given-readiness.ts'

const commands = features.flatMap((feature) => feature.commands ?? [])
const words = commands.map(({ word }) => word)

describe('what can be typed', () => {
  test.each([
    [
      'planned',
      ['scope', 'status'],
      ['scope <component> <revision>', 'cancel <why>', 'move <when> [because <why>]'],
    ],
    [
      'preparing',
      ['ready <n> done <link or note>', 'ready <n> blocked <why>', 'ready'],
      ['ready <n> give @who', 'hold <why>', 'vote', 'move <when> [because <why>]'],
    ],
    ['cleared', ['step', 'hold <why>', 'status'], ['start', 'cancel <why>', 'move <when> [because <why>]']],
    ['closed', ['action', 'timeline', 'status'], []],
    ['cancelled', ['timeline'], []],
  ] as const)('while %s: what only this state offers stands first', (state, everyone, whoRunsIt) => {
    const forms = formsFor(commands, { state, hold: null })
    expect([...forms.everyone].sort()).toEqual([...everyone].sort())
    expect([...forms.whoRunsIt].sort()).toEqual([...whoRunsIt].sort())
  })

  test.each([
    ['deciding', 'no-go <why>', 'vote close'],
    ['executing', 'step <n> done [note]', 'open 10%'],
    ['verifying', 'verify <n> pass [note]', 'review'],
    ['reviewing', 'action <what> @who <when>', 'review close'],
  ] as const)('while %s everyone may type %s, and who runs it %s', (state, own, run) => {
    const { everyone, whoRunsIt } = formsFor(commands, { state, hold: null })
    expect(everyone).toContain(own)
    expect(whoRunsIt).toContain(run)
  })

  test('on hold the state does not matter', () => {
    const hold = { since: berlin('1 Dec 20:15'), by: people.opsOncall, why: 'INC-482' }
    const forms = states.map((state) => formsFor(commands, { state, hold }))
    expect(new Set(forms.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(forms[0]?.everyone).toContain('status')
    expect(forms[0]?.whoRunsIt).toEqual(expect.arrayContaining(['resume', 'cancel <why>']))
  })

  test('every form begins with its command’s word', () => {
    const strange = commands.flatMap(({ word, usage }) =>
      usage.map(({ form }) => form).filter((form) => form.split(' ')[0] !== word),
    )
    expect(strange).toEqual([])
  })

  test('no word is taken twice, synonyms among them', () => {
    const all = [...words, ...commands.flatMap(({ synonyms = [] }) => synonyms)]
    expect(all.filter((word, i) => all.indexOf(word) !== i)).toEqual([])
  })

  test('each form is told once', () => {
    const forms = allForms(commands)
    expect(forms.length).toBe(new Set(forms).size)
    expect(forms).toEqual(expect.arrayContaining(['', 'status', 'follow [key]', 'help all']))
  })
})

describe('the number in a form', () => {
  const part = (release = givenListed(), person: string = people.dba, now = berlin('26 Nov 10:00')) => ({
    release,
    facts: givenFacts(),
    person,
    mine: [],
    now,
    endedBy: null,
  })

  test('is that of your late item, your step, your check', () => {
    expect(withNumber('ready <n> done <link or note>', part())).toBe('ready 4 done <link or note>')
    expect(withNumber('step <n> done [note]', part(atStepFour(), people.opsOncall))).toBe(
      'step 4 done [note]',
    )
    expect(withNumber('verify <n> fail <why>', part(live(), people.supportLead))).toBe('verify 3 fail <why>')
  })

  test('stays open when you have none', () => {
    expect(withNumber('ready <n> done <link or note>', part(givenListed(), people.bystander))).toContain(
      '<n>',
    )
    expect(withNumber('step <n> done [note]', part(atStepFour(), people.webOwner))).toContain('<n>')
    expect(withNumber('hold <why>', part())).toBe('hold <why>')
  })
})
