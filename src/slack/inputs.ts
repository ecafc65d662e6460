import type { InputBlock, InputBlockElement } from '@slack/types'
import { clipPlain } from './clip.ts'
import { type SelectSpec, select, userSelect } from './elements.ts'
import { limits, within } from './limits.ts'
import { type Choice, options, plainText } from './objects.ts'

/** A field of a form. Its name is both block id and action id, so the answer is found under one word. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
}

type Asking<T> = Field & Partial<T>

function field({ name, label, hint, optional }: Field, element: InputBlockElement): InputBlock {
  return {
    type: 'input',
    block_id: within(limits.id, 'A field name', name),
    label: plainText(label, limits.label),
    element,
    optional: optional ?? false,
    ...(hint && { hint: plainText(hint, limits.label) }),
  }
}

const placeholderOf = (text: string | undefined) =>
  text ? { placeholder: plainText(text, limits.placeholder) } : {}

interface Written {
  readonly initial: string
  readonly placeholder: string
  readonly multiline: boolean
  /** The longest answer; Slack's own longest is 3,000. */
  readonly max: number
}

export function textInput(spec: Asking<Written>): InputBlock {
  const max = Math.min(spec.max ?? limits.text, limits.text)
  return field(spec, {
    type: 'plain_text_input',
    action_id: spec.name,
    multiline: spec.multiline ?? false,
    max_length: max,
    ...(spec.initial && { initial_value: clipPlain(spec.initial, max) }),
    ...placeholderOf(spec.placeholder),
  })
}

/** A day and a time, in the reader's own zone. */
export function dateTimeInput(spec: Asking<{ readonly initial: Date }>): InputBlock {
  return field(spec, {
    type: 'datetimepicker',
    action_id: spec.name,
    ...(spec.initial && { initial_date_time: Math.floor(spec.initial.getTime() / 1000) }),
  })
}

/** A day without a time; `initial` as `2026-12-01`. */
export function dateInput(
  spec: Asking<{ readonly initial: string; readonly placeholder: string }>,
): InputBlock {
  return field(spec, {
    type: 'datepicker',
    action_id: spec.name,
    ...(spec.initial && { initial_date: spec.initial }),
    ...placeholderOf(spec.placeholder),
  })
}

export function userInput(
  spec: Asking<{ readonly initial: string; readonly placeholder: string }>,
): InputBlock {
  return field(spec, userSelect({ ...spec, action: spec.name }))
}

/** Several people. */
export function usersInput(spec: Asking<{ readonly initial: readonly string[] }>): InputBlock {
  return field(spec, {
    type: 'multi_users_select',
    action_id: spec.name,
    ...(spec.initial?.length && { initial_users: [...spec.initial] }),
  })
}

export function selectInput(spec: Field & Omit<SelectSpec, 'action'>): InputBlock {
  return field(spec, select({ ...spec, action: spec.name }))
}

/** Boxes, any number of them ticked; `initial` are the values ticked to begin with. */
export function checkboxes(
  spec: Field & { choices: readonly Choice[]; initial?: readonly string[] },
): InputBlock {
  const shown = options(spec.choices, limits.boxes)
  const ticked = shown.filter(({ value }) => value !== undefined && spec.initial?.includes(value))
  return field(spec, {
    type: 'checkboxes',
    action_id: spec.name,
    options: shown,
    ...(ticked.length > 0 && { initial_options: ticked }),
  })
}

/** Exactly one of a few, all in sight. */
export function radioButtons(spec: Field & { choices: readonly Choice[]; initial?: string }): InputBlock {
  const shown = options(spec.choices, limits.boxes)
  const chosen = shown.find(({ value }) => value === spec.initial)
  return field(spec, {
    type: 'radio_buttons',
    action_id: spec.name,
    options: shown,
    ...(chosen && { initial_option: chosen }),
  })
}
