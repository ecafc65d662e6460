import type { ConversationsSelect, MultiSelect, PlainTextOption, Select } from '@slack/types'
import type { ClientChannel, ClientState, ElementValue } from '../../protocol.ts'
import { conversationName, describe, displayName, nameOf } from '../client/Workspace.tsx'
import { contentOf } from '../surface/values.ts'
import { plainOf } from '../text/SlackText.tsx'
import { isOption, optionsIn } from './options.ts'

export type AnySelect = Select | MultiSelect

/** One thing that a select offers. `option` is there when the app named it, else the id is a person's or a channel's. */
export interface Choice {
  id: string
  label: string
  detail?: string
  group?: string
  option?: PlainTextOption
}

/** Under which name a select's choice travels. */
const properties: Record<AnySelect['type'], string> = {
  static_select: 'selected_option',
  external_select: 'selected_option',
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  multi_users_select: 'selected_users',
  multi_conversations_select: 'selected_conversations',
  multi_channels_select: 'selected_channels',
}

export function isMulti(element: AnySelect): element is MultiSelect {
  return element.type.startsWith('multi_')
}

/** All that a select offers; an external one has to ask the app instead. */
export function choicesOf(element: AnySelect, state: ClientState): Choice[] {
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
      return element.option_groups
        ? element.option_groups.flatMap(({ label, options }) =>
            options.map((one) => optionChoice(one, plainOf(label))),
          )
        : (element.options ?? []).map((one) => optionChoice(one))
    case 'users_select':
    case 'multi_users_select':
      return state.people
        .filter(({ deleted }) => !deleted)
        .map((person) => ({ id: person.id, label: displayName(person), detail: describe(person) }))
    case 'channels_select':
    case 'multi_channels_select':
      return conversations(state, ({ kind }) => kind === 'public')
    case 'conversations_select':
    case 'multi_conversations_select':
      return conversations(state, (channel) => included(channel, element.filter))
    default:
      return []
  }
}

export function optionChoice(option: PlainTextOption, group?: string): Choice {
  const detail = plainOf(option.description)
  return {
    id: option.value ?? plainOf(option.text),
    label: plainOf(option.text),
    option,
    ...(detail ? { detail } : {}),
    ...(group ? { group } : {}),
  }
}

/** What is chosen in a select, from its value. */
export function chosenIn(value: ElementValue | null, state: ClientState): Choice[] {
  const content = contentOf(value)
  if (isOption(content)) return [optionChoice(content)]
  if (typeof content === 'string') return [named(content, state)]
  const ids = Array.isArray(content) ? content.filter((one) => typeof one === 'string') : []
  return [...optionsIn(content).map((option) => optionChoice(option)), ...ids.map((id) => named(id, state))]
}

/** The value of a select in which these are chosen. */
export function selectValue(element: AnySelect, chosen: Choice[]): ElementValue {
  const contents = chosen.map((choice) => choice.option ?? choice.id)
  return {
    type: element.type,
    [properties[element.type]]: isMulti(element) ? contents : (contents[0] ?? null),
  }
}

function conversations(state: ClientState, offered: (channel: ClientChannel) => boolean): Choice[] {
  const open = state.channels.filter((channel) => !channel.archived && offered(channel))
  return open.map((channel) => ({ id: channel.id, label: channelLabel(channel, state) }))
}

/** Every direct message here is one with the app. */
function included({ kind }: ClientChannel, filter: ConversationsSelect['filter'] = {}): boolean {
  const { include, exclude_bot_users } = filter
  if (kind === 'dm' && exclude_bot_users) return false
  return !include || include.some((one) => one === (kind === 'dm' ? 'im' : kind))
}

function channelLabel(channel: ClientChannel, state: ClientState): string {
  return channel.kind === 'dm' ? conversationName(state, channel) : `#${channel.name}`
}

function named(id: string, state: ClientState): Choice {
  const channel = state.channels.find((one) => one.id === id)
  return { id, label: channel ? channelLabel(channel, state) : nameOf(state, id) }
}
