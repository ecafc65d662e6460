import { z } from 'zod'
import { dispatchConfig, id, placeholder, webUrl, word } from './objects.ts'
import { richText } from './rich-text.ts'

const written = {
  action_id: id.optional(),
  focus_on_load: z.boolean().optional(),
  placeholder: placeholder.optional(),
  dispatch_action_config: dispatchConfig.optional(),
}
const lines = z.int().min(1).max(100).optional()

export const richTextInput = z
  .strictObject({
    type: z.literal('rich_text_input'),
    ...written,
    initial_value: richText.optional(),
    min_lines: lines,
    max_lines: lines,
  })
  .refine(
    ({ min_lines = 0, max_lines = Infinity }) => min_lines <= max_lines,
    'min_lines must not exceed max_lines',
  )

const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...written,
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
  })
  .refine(
    ({ min_length = 0, max_length = Infinity }) => min_length <= max_length,
    'min_length must not exceed max_length',
  )
  .refine(
    ({ initial_value = '', max_length = Infinity }) => initial_value.length <= max_length,
    'initial_value must not exceed max_length',
  )

const amount = z.string().regex(/^-?\d+(\.\d+)?$/, { abort: true })

const numberInput = z
  .strictObject({
    type: z.literal('number_input'),
    ...written,
    is_decimal_allowed: z.boolean(),
    initial_value: amount.optional(),
    min_value: amount.optional(),
    max_value: amount.optional(),
  })
  .refine(({ min_value, initial_value, max_value }) => {
    const given = [min_value, initial_value, max_value].flatMap((value) =>
      value === undefined ? [] : [Number(value)],
    )
    return given.every((value, at) => value >= (given[at - 1] ?? value))
  }, 'min_value, initial_value and max_value must be in order')
  .refine(
    ({ is_decimal_allowed, min_value = '', initial_value = '', max_value = '' }) =>
      is_decimal_allowed || !`${min_value}${initial_value}${max_value}`.includes('.'),
    'decimals are not allowed',
  )

/** What can be filled in inside an input block only. */
export const inputs = [
  plainTextInput,
  numberInput,
  z.strictObject({ type: z.literal('email_text_input'), ...written, initial_value: z.email().optional() }),
  z.strictObject({ type: z.literal('url_text_input'), ...written, initial_value: webUrl.optional() }),
  z.strictObject({
    type: z.literal('file_input'),
    action_id: id.optional(),
    filetypes: z.array(word).min(1).optional(),
    max_files: z.int().min(1).max(10).optional(),
  }),
] as const
