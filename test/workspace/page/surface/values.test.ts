import type { InputBlock, KnownBlock, SectionBlock } from '@slack/types'
import { describe, expect, test } from 'vitest'
import { fieldOf, fieldsOf } from './fields.ts'
import { collectState, heldValue, isEmpty, keptEdits, withEdit } from './values.ts'

const words = (text: string) => ({ type: 'plain_text' as const, text })
const option = (value: string) => ({ text: words(value), value })

const version: InputBlock = {
  type: 'input',
  block_id: 'version',
  label: words('Version'),
  element: { type: 'plain_text_input', action_id: 'v', initial_value: '2.4.0' },
}
const model: SectionBlock = {
  type: 'section',
  block_id: 'model',
  text: words('Model'),
  accessory: { type: 'static_select', action_id: 'm', options: [option('standard'), option('phased')] },
}
const buttons: KnownBlock = {
  type: 'actions',
  block_id: 'row',
  elements: [
    { type: 'button', action_id: 'go', text: words('Go') },
    { type: 'users_select', action_id: 'who', initial_user: 'U1' },
  ],
}
const typed = { type: 'plain_text_input', value: '2.5.0' }
const versionField = fieldOf(version, version.element)

describe('the state that travels', () => {
  test('has every control that can hold something, touched or not, and no buttons', () => {
    expect(collectState([version, model, buttons], {})).toEqual({
      version: { v: { type: 'plain_text_input', value: '2.4.0' } },
      model: { m: { type: 'static_select', selected_option: null } },
      row: { who: { type: 'users_select', selected_user: 'U1' } },
    })
  })

  test('what a person put in goes before what the app did', () => {
    expect(collectState([version], withEdit({}, versionField, typed))).toEqual({ version: { v: typed } })
  })

  test('an emptied field stays empty, whatever it began with', () => {
    const emptied = { type: 'plain_text_input', value: null }
    expect(heldValue(versionField, withEdit({}, versionField, emptied))).toEqual(emptied)
  })
})

describe('after a redraw', () => {
  const edits = withEdit({}, versionField, typed)

  test('what was put in stays where both ids are unchanged', () => {
    const redrawn: InputBlock = { ...version, label: words('Which version?') }
    expect(keptEdits([model, redrawn], edits)).toEqual(edits)
  })

  test('and is forgotten with a new block id', () => {
    expect(keptEdits([{ ...version, block_id: 'version-2' }], edits)).toEqual({})
  })

  test('or when the control became another', () => {
    const other: InputBlock = { ...version, element: { type: 'email_text_input', action_id: 'v' } }
    expect(keptEdits([other], edits)).toEqual({})
  })
})

test.each([
  [{ type: 'plain_text_input', value: null }, true],
  [{ type: 'plain_text_input', value: '' }, true],
  [{ type: 'checkboxes', selected_options: [] }, true],
  [{ type: 'number_input', value: '0' }, false],
  [{ type: 'datetimepicker', selected_date_time: 1780000000 }, false],
])('%o is empty: %s', (value, empty) => expect(isEmpty(value)).toBe(empty))

test('controls are found in the order of reading', () => {
  expect(fieldsOf([version, model, buttons]).map(({ actionId }) => actionId)).toEqual(['v', 'm', 'go', 'who'])
})
