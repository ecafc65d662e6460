import type { AnyBlock } from '@slack/types'
import { z } from 'zod'
import { type Interactive, known } from '../blocks/controls.ts'
import type { ElementValue, StateValues } from '../protocol.ts'

/** What Slack's own client refuses before a form is sent, by block id. */
export function fieldErrors(blocks: AnyBlock[], state: StateValues): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const block of known(blocks)) {
    if (block.type !== 'input') continue
    const { block_id = '', element, optional = false } = block
    const value = state[block_id]?.[element.action_id ?? '']
    const error = value && (isEmpty(value) ? !optional && REQUIRED : misfit(element, value))
    if (error) errors[block_id] = error
  }
  return errors
}

const REQUIRED = 'Please complete this required field.'

function isEmpty({ type: _, ...held }: ElementValue): boolean {
  return Object.values(held).every(
    (value) => value === null || value === '' || (Array.isArray(value) && value.length === 0),
  )
}

function misfit(
  element: Interactive,
  { value, selected_options, files, ...held }: ElementValue,
): string | undefined {
  const text = String(value ?? '')
  switch (element.type) {
    case 'plain_text_input':
      return lengthMisfit(text.length, element.min_length ?? 0, element.max_length ?? 3000)
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : 'Please enter a valid email address.'
    case 'url_text_input':
      return URL.canParse(text) && /^https?:/.test(text) ? undefined : 'Please enter a valid URL.'
    case 'number_input':
      return numberMisfit(element, text)
    case 'file_input':
      return filesMisfit(element, named.parse(files))
    default: {
      const most = 'max_selected_items' in element ? (element.max_selected_items ?? Infinity) : Infinity
      const picked = [selected_options, ...Object.values(held)].filter(Array.isArray).flat().length
      return picked > most ? `Please select at most ${most} items.` : undefined
    }
  }
}

const named = z.array(z.looseObject({ name: z.string() }))

function filesMisfit(
  { max_files = 10, filetypes }: Extract<Interactive, { type: 'file_input' }>,
  files: z.infer<typeof named>,
): string | undefined {
  if (files.length > max_files) return `You can add up to ${max_files} ${max_files === 1 ? 'file' : 'files'}.`
  const isTaken = (name: string) => filetypes?.some((one) => name.toLowerCase().endsWith(`.${one}`)) ?? true
  return files.every(({ name }) => isTaken(name))
    ? undefined
    : `Only these can be added: ${filetypes?.join(', ')}.`
}

function lengthMisfit(length: number, least: number, most: number): string | undefined {
  if (length < least) return `Please enter at least ${least} characters.`
  return length > most ? `Please enter at most ${most} characters.` : undefined
}

function numberMisfit(
  element: Extract<Interactive, { type: 'number_input' }>,
  text: string,
): string | undefined {
  const number = Number(text)
  const shape = element.is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/
  if (!shape.test(text)) return 'Please enter a valid number.'
  if (element.min_value !== undefined && number < Number(element.min_value))
    return `Must be at least ${element.min_value}.`
  if (element.max_value !== undefined && number > Number(element.max_value))
    return `Must be at most ${element.max_value}.`
  return undefined
}
