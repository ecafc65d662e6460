import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import {
  confirm,
  conversationFilter,
  id,
  markedOption,
  option,
  optionGroup,
  overflowOption,
  placeholder,
  word,
} from './objects.ts'

export const basics = { action_id: id.optional(), confirm: confirm.optional() }
export const focusable = { ...basics, focus_on_load: z.boolean().optional() }
const select = { ...focusable, placeholder: placeholder.optional() }
const multi = { ...select, max_selected_items: z.int().min(1).optional() }
const choices = {
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
}
const ids = z.array(word).min(1)

type Option = z.infer<typeof option>
interface Choices {
  options?: Option[] | undefined
  option_groups?: { options: Option[] }[] | undefined
}

function oneKindOfChoices(element: Choices): boolean {
  return (element.options === undefined) !== (element.option_groups === undefined)
}
const ONE_KIND = 'must define only one of options, option_groups'

function among(initial: unknown[] | undefined, offered: unknown[]): boolean {
  return (initial ?? []).every((one) => offered.some((option) => isDeepStrictEqual(option, one)))
}
const NOT_OFFERED = 'initial option must be one of the options'

function offered({ options, option_groups }: Choices): Option[] {
  return options ?? option_groups?.flatMap((group) => group.options) ?? []
}

function one<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value]
}

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...select,
    ...choices,
    initial_option: option.optional(),
  })
  .refine(oneKindOfChoices, ONE_KIND)
  .refine((element) => among(one(element.initial_option), offered(element)), NOT_OFFERED)

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...multi,
    ...choices,
    initial_options: z.array(option).min(1).optional(),
  })
  .refine(oneKindOfChoices, ONE_KIND)
  .refine((element) => among(element.initial_options, offered(element)), NOT_OFFERED)

const minQuery = { min_query_length: z.int().min(0).optional() }

export const selects = [
  staticSelect,
  z.strictObject({
    type: z.literal('external_select'),
    ...select,
    ...minQuery,
    initial_option: option.optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...select, initial_user: word.optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...select,
    initial_conversation: word.optional(),
    default_to_current_conversation: z.boolean().optional(),
    filter: conversationFilter.optional(),
    response_url_enabled: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...select,
    initial_channel: word.optional(),
    response_url_enabled: z.boolean().optional(),
  }),
] as const

/** What is chosen at first must not be more than may be chosen. */
function withinMost(element: { max_selected_items?: number | undefined }): boolean {
  const { max_selected_items = Infinity } = element
  const initial = Object.entries(element).find(([key]) => key.startsWith('initial_'))?.[1]
  return !Array.isArray(initial) || initial.length <= max_selected_items
}
const TOO_MANY = 'initial items must not exceed max_selected_items'

export const multiSelects = [
  multiStaticSelect.refine(withinMost, TOO_MANY),
  z
    .strictObject({
      type: z.literal('multi_external_select'),
      ...multi,
      ...minQuery,
      initial_options: z.array(option).min(1).optional(),
    })
    .refine(withinMost, TOO_MANY),
  z
    .strictObject({ type: z.literal('multi_users_select'), ...multi, initial_users: ids.optional() })
    .refine(withinMost, TOO_MANY),
  z
    .strictObject({
      type: z.literal('multi_conversations_select'),
      ...multi,
      initial_conversations: ids.optional(),
      default_to_current_conversation: z.boolean().optional(),
      filter: conversationFilter.optional(),
    })
    .refine(withinMost, TOO_MANY),
  z
    .strictObject({ type: z.literal('multi_channels_select'), ...multi, initial_channels: ids.optional() })
    .refine(withinMost, TOO_MANY),
] as const

export const boxes = [
  z
    .strictObject({
      type: z.literal('checkboxes'),
      ...focusable,
      options: z.array(markedOption).min(1).max(10),
      initial_options: z.array(markedOption).min(1).optional(),
    })
    .refine((element) => among(element.initial_options, element.options), NOT_OFFERED),
  z
    .strictObject({
      type: z.literal('radio_buttons'),
      ...focusable,
      options: z.array(markedOption).min(1).max(10),
      initial_option: markedOption.optional(),
    })
    .refine((element) => among(one(element.initial_option), element.options), NOT_OFFERED),
] as const

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...basics,
  options: z.array(overflowOption).min(1).max(5),
})
