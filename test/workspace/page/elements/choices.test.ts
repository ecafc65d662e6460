import { describe, expect, test } from 'vitest'
import { channel, person, qa, rm, state } from '../given.tsx'
import { type AnySelect, choicesOf, chosenIn, selectValue } from './choices.ts'

const words = (text: string) => ({ type: 'plain_text' as const, text })
const red = { text: words('Red'), value: 'r' }
const blue = { text: words('Blue'), value: 'b', description: words('As the sea') }
const given = state({
  people: [rm, qa, person('gone', { deleted: true })],
  channels: [
    channel([]),
    channel([], { id: 'C2', name: 'vault', kind: 'private' }),
    channel([], { id: 'C3', name: 'old', archived: true }),
    channel([], { id: 'D1', name: 'U2', kind: 'dm' }),
  ],
})
const labels = (element: AnySelect) => choicesOf(element, given).map(({ label }) => label)

describe('a select offers', () => {
  test.each<[AnySelect, string[]]>([
    [{ type: 'static_select', options: [red, blue] }, ['Red', 'Blue']],
    [{ type: 'users_select' }, ['rm', 'qa-lead']],
    [{ type: 'channels_select' }, ['#releases']],
    [{ type: 'conversations_select' }, ['#releases', '#vault', 'qa-lead']],
    [{ type: 'multi_conversations_select', filter: { include: ['im', 'private'] } }, ['#vault', 'qa-lead']],
    [{ type: 'conversations_select', filter: { exclude_bot_users: true } }, ['#releases', '#vault']],
    [{ type: 'external_select' }, []],
  ])('%o', (element, expected) => expect(labels(element)).toEqual(expected))

  test('grouped options under their group', () => {
    const option_groups = [{ label: words('Warm'), options: [red] }]
    expect(choicesOf({ type: 'static_select', option_groups }, given)).toMatchObject([
      { label: 'Red', group: 'Warm' },
    ])
  })
})

describe('what is chosen travels', () => {
  test.each<[AnySelect, ReturnType<typeof selectValue>]>([
    [
      { type: 'static_select', options: [red, blue] },
      { type: 'static_select', selected_option: blue },
    ],
    [
      { type: 'multi_static_select', options: [red, blue] },
      { type: 'multi_static_select', selected_options: [red, blue] },
    ],
    [{ type: 'users_select' }, { type: 'users_select', selected_user: 'U2' }],
    [{ type: 'multi_users_select' }, { type: 'multi_users_select', selected_users: ['U1', 'U2'] }],
    [{ type: 'channels_select' }, { type: 'channels_select', selected_channel: 'C1' }],
    [{ type: 'conversations_select' }, { type: 'conversations_select', selected_conversation: null }],
  ])('and comes back the same: %o', (element, value) => {
    expect(selectValue(element, chosenIn(value, given))).toEqual(value)
  })
})
