import type { InputBlock, KnownBlock } from '@slack/types'
import type { ElementValue, StateValues } from '../../protocol.ts'
import { fieldOf } from './fields.ts'
import { contentOf, heldValue, isEmpty } from './values.ts'

/** What Slack itself finds wrong before it asks the app: words by block id. */
export function checkInputs(blocks: KnownBlock[], edits: StateValues): Record<string, string> {
  const inputs = blocks.filter((block) => block.type === 'input')
  const found = inputs.map((block) => [block.block_id ?? '', fault(block, edits)] as const)
  return Object.fromEntries(found.filter(([, words]) => words !== ''))
}

function fault(block: InputBlock, edits: StateValues): string {
  const value = heldValue(fieldOf(block, block.element), edits)
  if (isEmpty(value)) return block.optional ? '' : 'Please complete this required field.'
  return faultIn(block.element, value)
}

function faultIn(element: InputBlock['element'], value: ElementValue | null): string {
  const text = String(contentOf(value))
  switch (element.type) {
    case 'plain_text_input':
      return lengthFault(text, element.min_length ?? 0, element.max_length ?? 3000)
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? '' : 'Please enter a valid email address.'
    case 'url_text_input':
      return URL.canParse(text) ? '' : 'Please enter a valid URL.'
    case 'number_input':
      return numberFault(text, element.is_decimal_allowed, element.min_value, element.max_value)
    default:
      return ''
  }
}

function lengthFault(text: string, least: number, most: number): string {
  if (text.length < least) return `Please enter at least ${least} characters.`
  return text.length > most ? `Please enter at most ${most} characters.` : ''
}

function numberFault(text: string, decimal: boolean, least?: string, most?: string): string {
  const number = Number(text)
  if (Number.isNaN(number)) return 'Please enter a number.'
  if (!decimal && !Number.isInteger(number)) return 'Please enter a whole number.'
  if (least !== undefined && number < Number(least)) return `Please enter ${least} or more.`
  return most !== undefined && number > Number(most) ? `Please enter ${most} or less.` : ''
}
