import type { Element } from '../surface/fields.ts'
import { plainOf } from '../text/SlackText.tsx'

/** What a control without a visible label is called. */
export function labelOf(element: Element): string {
  if (element.type === 'button' || element.type === 'workflow_button') return plainOf(element.text)
  if (element.type === 'overflow') return 'More choices'
  const placeholder = 'placeholder' in element ? plainOf(element.placeholder) : ''
  return placeholder || (element.action_id ?? element.type)
}
