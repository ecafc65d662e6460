import type { ConfirmationDialog, MrkdwnElement, PlainTextElement, PlainTextOption } from '@slack/types'
import { clipPlain } from './clip.ts'
import { oneLine } from './harmless.ts'
import { limits, within } from './limits.ts'
import { clip, isEmpty, type Md } from './text.ts'

/** A text that Slack formats. Verbatim, or Slack would look for names and addresses in it after our escaping. */
export function mrkdwn(text: Md, max: number = limits.text): MrkdwnElement {
  return { type: 'mrkdwn', text: isEmpty(text) ? '–' : clip(text, max).mrkdwn, verbatim: true }
}

/** A text that Slack shows as it is. */
export function plainText(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: clipPlain(oneLine(text).trim(), max) || '–', emoji: false }
}

/** One choice of a menu or a set of boxes. */
export interface Choice {
  readonly text: string
  readonly value: string
  readonly description?: string
}

export function option({ text, value, description }: Choice): PlainTextOption {
  return {
    text: plainText(text, limits.optionText),
    value: within(limits.optionValue, `The value of ${text}`, value),
    ...(description && { description: plainText(description, limits.optionText) }),
  }
}

/** The options of a menu, cut to what it holds. A menu without any is our mistake: Slack refuses it. */
export function options(choices: readonly Choice[], max: number): PlainTextOption[] {
  if (choices.length === 0) throw new RangeError('A menu needs at least one choice')
  return choices.slice(0, max).map(option)
}

/** Asks once more before an act that cannot be undone; says what will happen. */
export interface Confirm {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly no: string
  readonly danger?: boolean
}

export function confirmation({ title, text, yes, no, danger }: Confirm): ConfirmationDialog {
  return {
    title: plainText(title, limits.confirmTitle),
    text: plainText(text, limits.confirmText),
    confirm: plainText(yes, limits.confirmButton),
    deny: plainText(no, limits.confirmButton),
    ...(danger && { style: 'danger' as const }),
  }
}
