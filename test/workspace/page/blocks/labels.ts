import type { Element } from '../surface/fields.ts'
import { plainOf } from '../text/SlackText.tsx'

const kinds: Record<string, string> = {
  datepicker: 'Date',
  timepicker: 'Time',
  datetimepicker: 'Date and time',
  checkboxes: 'Choices',
  radio_buttons: 'Choice',
  rich_text_input: 'Text',
}

/** What a control without a visible label is called. */
export function labelOf(element: Element): string {
  if ('text' in element) return plainOf(element.text)
  if (element.type === 'overflow') return 'More choices'
  const placeholder = 'placeholder' in element ? plainOf(element.placeholder) : ''
  return placeholder || (kinds[element.type] ?? element.action_id ?? element.type)
}
