import type { PlainTextOption } from '@slack/types'

/** Whether a stored value is an option of a select. */
export function isOption(value: unknown): value is PlainTextOption {
  return typeof value === 'object' && value !== null && 'text' in value && 'value' in value
}

/** The options in a stored list. */
export function optionsIn(value: unknown): PlainTextOption[] {
  return Array.isArray(value) ? value.filter(isOption) : []
}
