import { z } from 'zod'
import {
  dispatchConfig,
  id,
  ONE_PICTURE,
  onePicture,
  picture,
  placeholder,
  plainText,
  style,
  url,
} from './objects.ts'
import { basics, boxes, focusable, multiSelects, overflow, selects } from './selects.ts'

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const written = {
  action_id: id.optional(),
  focus_on_load: z.boolean().optional(),
  placeholder: placeholder.optional(),
  dispatch_action_config: dispatchConfig.optional(),
}

export const button = z.strictObject({
  type: z.literal('button'),
  ...basics,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: url.optional(),
  style: style.optional(),
  accessibility_label: z.string().max(75).optional(),
})

const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...basics,
  text: plainText(75),
  workflow: z.looseObject({ trigger: z.looseObject({ url }) }),
  style: style.optional(),
  accessibility_label: z.string().max(75).optional(),
})

const pickers = [
  z.strictObject({
    type: z.literal('datepicker'),
    ...focusable,
    placeholder: placeholder.optional(),
    initial_date: date.optional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...focusable,
    placeholder: placeholder.optional(),
    initial_time: time.optional(),
    timezone: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    ...focusable,
    initial_date_time: z.int().min(1e9).max(9_999_999_999).optional(),
  }),
] as const

const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...written,
  initial_value: z.looseObject({ type: z.literal('rich_text') }).optional(),
  min_lines: z.int().min(1).max(100).optional(),
  max_lines: z.int().min(1).max(100).optional(),
})

const inputs = [
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...written,
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
  }),
  z.strictObject({ type: z.literal('email_text_input'), ...written, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal('url_text_input'), ...written, initial_value: z.string().optional() }),
  z.strictObject({
    type: z.literal('number_input'),
    ...written,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    action_id: id.optional(),
    filetypes: z.array(z.string()).min(1).optional(),
    max_files: z.int().min(1).max(10).optional(),
  }),
] as const

export const image = z.strictObject({ type: z.literal('image'), ...picture }).refine(onePicture, ONE_PICTURE)

/** What an actions block, a section's accessory and an input block may hold. */
export const actionElement = z.discriminatedUnion('type', [
  button,
  workflowButton,
  overflow,
  ...selects,
  ...multiSelects,
  ...boxes,
  ...pickers,
  richTextInput,
])

export const accessory = z.discriminatedUnion('type', [
  button,
  workflowButton,
  overflow,
  image,
  ...selects,
  ...multiSelects,
  ...boxes,
  ...pickers,
])

export const inputElement = z.discriminatedUnion('type', [
  ...selects,
  ...multiSelects,
  ...boxes,
  ...pickers,
  richTextInput,
  ...inputs,
])
