import { z } from 'zod'
import { inputs, richTextInput } from './inputs.ts'
import {
  ONE_PICTURE,
  onePicture,
  picture,
  placeholder,
  plainText,
  style,
  url,
  webUrl,
  word,
} from './objects.ts'
import { basics, boxes, focusable, multiSelects, overflow, selects } from './selects.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const spoken = { accessibility_label: z.string().max(75).optional() }
const label = plainText(75)

export const button = z.strictObject({
  type: z.literal('button'),
  ...basics,
  ...spoken,
  text: label,
  value: z.string().max(2000).optional(),
  url: url.optional(),
  style: style.optional(),
})

const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...basics,
  ...spoken,
  text: label,
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: webUrl,
      customizable_input_parameters: z.array(z.strictObject({ name: word, value: z.string() })).optional(),
    }),
  }),
  style: style.optional(),
})

const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  ...basics,
  ...spoken,
  // The one icon that Slack names.
  icon: z.literal('trash'),
  text: label,
  value: z.string().max(2000).optional(),
  visible_to_user_ids: z.array(word).optional(),
})

const feedback = z.strictObject({ ...spoken, text: label, value: z.string().max(2000) })
const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: basics.action_id,
  positive_button: feedback,
  negative_button: feedback,
})

const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...focusable,
  placeholder: placeholder.optional(),
  initial_date: z.iso.date().optional(),
})

const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...focusable,
  placeholder: placeholder.optional(),
  initial_time: time.optional(),
  timezone: z.string().refine(isZone, 'must be a valid timezone').optional(),
})

const dateTimePicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...focusable,
  initial_date_time: z.int().min(1e9).max(9_999_999_999).optional(),
})

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

export const image = z.strictObject({ type: z.literal('image'), ...picture }).refine(onePicture, ONE_PICTURE)

const picked = [...selects, ...multiSelects, ...boxes, datepicker, timepicker] as const
const pressed = [button, workflowButton, overflow] as const

/** What an actions block, a section's accessory, an input block and a context_actions block may hold. */
export const actionElement = z.discriminatedUnion('type', [
  ...pressed,
  ...picked,
  dateTimePicker,
  richTextInput,
])
export const accessory = z.discriminatedUnion('type', [...pressed, ...picked, image])
export const inputElement = z.discriminatedUnion('type', [
  ...picked,
  dateTimePicker,
  richTextInput,
  ...inputs,
])
export const contextAction = z.discriminatedUnion('type', [feedbackButtons, iconButton])
