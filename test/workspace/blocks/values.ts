import type { AnyBlock } from '@slack/types'
import type { ElementValue, StateValues } from '../protocol.ts'
import { controls, type Interactive } from './controls.ts'
import { startingHere } from './here.ts'

/** What `state.values` says of every control before anybody touched it. */
function initialState(blocks: AnyBlock[]): StateValues {
  const state: StateValues = {}
  for (const { blockId, actionId, element } of controls(blocks)) {
    const value = initialValue(element)
    if (value) state[blockId] = { ...state[blockId], [actionId]: value }
  }
  return state
}

/** The state of a surface, used in the conversation `here`, on which a person has so far touched what is in `touched`. */
export function currentState(blocks: AnyBlock[], touched: StateValues, here?: string): StateValues {
  const state = initialState(startingHere(blocks, here))
  for (const [blockId, values] of Object.entries(state)) {
    for (const actionId of Object.keys(values)) {
      const value = touched[blockId]?.[actionId]
      if (value) values[actionId] = value
    }
  }
  return state
}

function initialValue(element: Interactive): ElementValue | undefined {
  const { type } = element
  switch (type) {
    case 'button':
    case 'workflow_button':
    case 'overflow':
    case 'feedback_buttons':
    case 'icon_button':
      return undefined
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: element.initial_value ?? null }
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null }
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] }
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null }
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] }
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null }
    case 'multi_conversations_select':
      return { type, selected_conversations: element.initial_conversations ?? [] }
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null }
    case 'multi_channels_select':
      return { type, selected_channels: element.initial_channels ?? [] }
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null }
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null }
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null }
    case 'rich_text_input':
      return { type, rich_text_value: element.initial_value ?? null }
    case 'file_input':
      return { type, files: [] }
  }
}
