import type { InputBlock } from '@slack/types'
import { describe, expect, test } from 'vitest'
import { checkInputs } from './check.ts'
import { fieldOf } from './fields.ts'
import { withEdit } from './values.ts'

type Element = InputBlock['element']

const asking = (element: Element, optional = false): InputBlock => ({
  type: 'input',
  block_id: 'asked',
  label: { type: 'plain_text', text: 'Asked' },
  element,
  optional,
})

function faultWith(element: Element, value: string | null): string | undefined {
  const block = asking(element)
  const edits = withEdit({}, fieldOf(block, element), { type: element.type, value })
  return checkInputs([block], edits).asked
}

describe('a field that must be filled', () => {
  test('says so when it is not', () => {
    expect(checkInputs([asking({ type: 'users_select', action_id: 'v' })], {})).toEqual({
      asked: 'Please complete this required field.',
    })
  })

  test('is silent when it is optional', () => {
    expect(checkInputs([asking({ type: 'users_select', action_id: 'v' }, true)], {})).toEqual({})
  })

  test('counts what the app put in', () => {
    expect(
      checkInputs([asking({ type: 'datepicker', action_id: 'v', initial_date: '2026-12-01' })], {}),
    ).toEqual({})
  })
})

describe('what is put in', () => {
  const text: Element = { type: 'plain_text_input', action_id: 'v', min_length: 3, max_length: 5 }
  const number: Element = {
    type: 'number_input',
    action_id: 'v',
    is_decimal_allowed: false,
    min_value: '1',
    max_value: '10',
  }

  test.each<[Element, string, string | undefined]>([
    [text, 'ab', 'Please enter at least 3 characters.'],
    [text, 'abcdef', 'Please enter at most 5 characters.'],
    [text, 'abcd', undefined],
    [{ type: 'email_text_input', action_id: 'v' }, 'rm at x', 'Please enter a valid email address.'],
    [{ type: 'email_text_input', action_id: 'v' }, 'rm@x.test', undefined],
    [{ type: 'url_text_input', action_id: 'v' }, 'ci/812', 'Please enter a valid URL.'],
    [{ type: 'url_text_input', action_id: 'v' }, 'https://ci.test/812', undefined],
    [number, 'two', 'Please enter a number.'],
    [number, '1.5', 'Please enter a whole number.'],
    [number, '0', 'Please enter 1 or more.'],
    [number, '11', 'Please enter 10 or less.'],
    [number, '10', undefined],
  ])('%o with "%s"', (element, value, fault) => expect(faultWith(element, value)).toBe(fault))
})
