import type { Button, ColorScheme, Overflow, StaticSelect, UsersSelect } from '@slack/types'
import { limits, within } from './limits.ts'
import { type Choice, type Confirm, confirmation, options, plainText } from './objects.ts'

const actionId = (action: string) => within(limits.id, 'An action id', action)

export interface ButtonSpec {
  readonly text: string
  readonly action: string
  /** Ids only, never state. */
  readonly value?: string
  readonly url?: string
  /** Primary only for the one act that is asked. */
  readonly style?: ColorScheme
  readonly confirm?: Confirm
  /** What a screen reader says when the text alone is terse: "4 done" of what. */
  readonly spoken?: string
}

export function button({ text, action, value, url, style, confirm, spoken }: ButtonSpec): Button {
  return {
    type: 'button',
    text: plainText(text, limits.buttonText),
    action_id: actionId(action),
    ...(value !== undefined && { value: within(limits.buttonValue, `The value of ${action}`, value) }),
    ...(url && { url: within(limits.url, `The address of ${action}`, url) }),
    ...(style && { style }),
    ...(confirm && { confirm: confirmation(confirm) }),
    ...(spoken && { accessibility_label: plainText(spoken, limits.buttonText).text }),
  }
}

/** The `▾` menu for acts that are seldom needed: at most five. */
export function overflow(spec: { action: string; choices: readonly Choice[]; confirm?: Confirm }): Overflow {
  return {
    type: 'overflow',
    action_id: actionId(spec.action),
    options: options(spec.choices, limits.overflowOptions),
    ...(spec.confirm && { confirm: confirmation(spec.confirm) }),
  }
}

export interface SelectSpec {
  readonly action: string
  readonly choices: readonly Choice[]
  readonly placeholder?: string
  /** The value that is chosen to begin with. */
  readonly initial?: string
}

export function select({ action, choices, placeholder, initial }: SelectSpec): StaticSelect {
  const shown = options(choices, limits.selectOptions)
  const chosen = shown.find(({ value }) => value === initial)
  return {
    type: 'static_select',
    action_id: actionId(action),
    options: shown,
    ...(placeholder && { placeholder: plainText(placeholder, limits.placeholder) }),
    ...(chosen && { initial_option: chosen }),
  }
}

export interface UserSelectSpec {
  readonly action: string
  readonly placeholder?: string
  readonly initial?: string
}

export function userSelect({ action, placeholder, initial }: UserSelectSpec): UsersSelect {
  return {
    type: 'users_select',
    action_id: actionId(action),
    ...(placeholder && { placeholder: plainText(placeholder, limits.placeholder) }),
    ...(initial && { initial_user: initial }),
  }
}
