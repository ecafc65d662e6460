import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkboxes,
  dateInput,
  dateTimeInput,
  divider,
  home,
  md,
  modal,
  radioButtons,
  section,
  selectInput,
  textInput,
  userInput,
  usersInput,
} from '../../src/slack/blocks.ts'
import { misfits } from '../../src/slack/fits.ts'
import { nasty } from './nasty.ts'

const choices = [
  { text: 'Standard', value: 'standard' },
  { text: 'Solo', value: 'solo', description: 'One person fills every role' },
]

describe('a form', () => {
  test('has a word that submits as soon as it asks for something', () => {
    const asks = modal({
      form: 'f',
      title: 'Plan',
      blocks: [textInput({ name: 'version', label: 'Version' })],
    })
    expect(asks.submit?.text).toBe('Save')
    expect(asks.close?.text).toBe('Cancel')
    const shows = modal({ form: 'f', title: 'All items', blocks: [section(md`1`)] })
    expect(shows).not.toHaveProperty('submit')
    expect(shows.close?.text).toBe('Close')
  })

  test('carries ids that are never cut', () => {
    expect(modal({ form: 'f', title: 't', metadata: '{"release":"r1"}', blocks: [] }).private_metadata).toBe(
      '{"release":"r1"}',
    )
    expect(() => modal({ form: 'f', title: 't', metadata: 'x'.repeat(3001), blocks: [] })).toThrow(RangeError)
  })

  test('never has more than a hundred blocks, nor has Home', () => {
    expect(modal({ form: 'f', title: 't', blocks: Array(101).fill(divider()) }).blocks).toHaveLength(100)
    expect(home([...Array(101).fill(divider()), null]).blocks).toHaveLength(100)
  })
})

describe('a field', () => {
  test('is found under its name', () => {
    const field = textInput({
      name: 'why',
      label: 'Why',
      hint: 'Seen by all',
      optional: true,
      multiline: true,
      max: 500,
    })
    expect(field).toEqual({
      type: 'input',
      block_id: 'why',
      label: { type: 'plain_text', text: 'Why', emoji: false },
      hint: { type: 'plain_text', text: 'Seen by all', emoji: false },
      optional: true,
      element: { type: 'plain_text_input', action_id: 'why', multiline: true, max_length: 500 },
    })
  })

  test.each([
    [
      dateTimeInput({ name: 'x', label: 'x', initial: new Date(1_796_137_200_900) }),
      { initial_date_time: 1796137200 },
    ],
    [dateInput({ name: 'x', label: 'x', initial: '2026-12-01' }), { initial_date: '2026-12-01' }],
    [userInput({ name: 'x', label: 'x', initial: 'U1' }), { type: 'users_select', initial_user: 'U1' }],
    [usersInput({ name: 'x', label: 'x', initial: ['U1', 'U2'] }), { initial_users: ['U1', 'U2'] }],
    [textInput({ name: 'x', label: 'x', initial: 'abcdef', max: 4 }), { initial_value: 'abc…' }],
    [selectInput({ name: 'x', label: 'x', choices, initial: 'solo' }), { initial_option: { value: 'solo' } }],
    [
      checkboxes({ name: 'x', label: 'x', choices, initial: ['solo'] }),
      { initial_options: [{ value: 'solo' }] },
    ],
    [
      radioButtons({ name: 'x', label: 'x', choices, initial: 'standard' }),
      { initial_option: { value: 'standard' } },
    ],
  ])('begins with what is known: $element.type', (block, known) => {
    expect(block.element).toMatchObject({ action_id: 'x', ...known })
  })

  test.each([
    [dateTimeInput({ name: 'x', label: 'x' })],
    [usersInput({ name: 'x', label: 'x', initial: [] })],
    [checkboxes({ name: 'x', label: 'x', choices, initial: ['gone'] })],
    [radioButtons({ name: 'x', label: 'x', choices })],
  ])('begins empty otherwise: $element.type', (block) => {
    expect(Object.keys(block.element).filter((key) => key.startsWith('initial'))).toEqual([])
  })
})

test('whatever people call things, a form made of it fits into Slack', () => {
  fc.assert(
    fc.property(nasty, fc.integer({ min: 0, max: 400 }), (typed, times) => {
      const long = typed.repeat(times)
      const text = { label: long, hint: long, placeholder: long, initial: long }
      const boxes = Array.from({ length: 12 }, (_, n) => ({ text: long, value: `${n}`, description: long }))
      const view = modal({
        form: 'f',
        title: long,
        submit: long,
        close: long,
        blocks: [
          section(md`${long}`),
          textInput({ ...text, name: 'a' }),
          selectInput({ ...text, name: 'b', choices: boxes }),
          checkboxes({ name: 'c', label: long, choices: boxes, initial: ['1'] }),
          radioButtons({ name: 'd', label: long, choices: boxes, initial: '1' }),
        ],
      })
      expect(misfits(view)).toEqual([])
    }),
  )
})
