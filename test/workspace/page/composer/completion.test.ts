import { describe, expect, test } from 'vitest'
import { channel, person, state } from '../given.tsx'
import { commandIn, complete, completionAt } from './completion.ts'

const given = state({
  people: [person('rm', { title: 'Release manager' }), person('qa-lead'), person('gone', { deleted: true })],
  channels: [channel([], { name: 'releases' }), channel([], { id: 'C2', name: 'rel-payments-2-4-0' })],
})
const offered = (text: string, caret = text.length) =>
  completionAt(text, caret, given)?.suggestions.map(({ insert }) => insert) ?? []

describe('while something is typed', () => {
  test.each([
    ['/', ['/release', '/topic']],
    ['/rel', ['/release']],
    ['/release', []],
    ['/release st', []],
    ['hello /rel', []],
    ['@q', ['@qa-lead']],
    ['ask @lead', ['@qa-lead']],
    ['@manager', ['@rm']],
    ['@on', ['@oncall']],
    ['@gone', []],
    ['mail@q', []],
    ['see #rel', ['#releases', '#rel-payments-2-4-0']],
    ['done :rock', [':rocket:']],
    [':r', []],
    ['10:30', []],
    ['nothing', []],
  ])('%s offers %o', (text, expected) => expect(offered(text)).toEqual(expected))

  test('the word at the caret counts, not the end of the text', () => {
    expect(offered('@q is asked', 2)).toEqual(['@qa-lead'])
  })

  test('who begins like that comes before whose title does', () => {
    const people = [person('ada', { title: 'Quality' }), person('quinn')]
    const found = completionAt('@qu', 3, state({ people }))?.suggestions.map(({ label }) => label)
    expect(found).toEqual(['@quinn', '@ada'])
  })

  test('a command shows how it goes on', () => {
    expect(completionAt('/r', 2, given)?.suggestions[0]).toMatchObject({ label: '/release [status|new|go]' })
  })
})

test('a suggestion takes the place of the word, and the caret goes behind it', () => {
  const suggestion = { insert: '@qa-lead', label: '', detail: '' }
  expect(complete('ask @q please', 6, 4, suggestion)).toEqual(['ask @qa-lead please', 13])
})

test.each([
  ['/release new', '/release'],
  ['no /release', null],
  ['', null],
])('the command in "%s" is %s', (text, command) => expect(commandIn(text)).toBe(command))
