import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types'
import type { ChangeEvent, KeyboardEvent } from 'react'
import { useSurfaceOf } from '../surface/Surface.tsx'
import { contentOf } from '../surface/values.ts'
import { plainOf } from '../text/SlackText.tsx'
import type { Control } from './Element.tsx'

type TextInput = PlainTextInput | EmailInput | URLInput | NumberInput

const modes = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
} as const

/** A field to type into. What is typed is told on Enter, or letter by letter, as the app asked. */
export function TextElement({ element, field, tells, label, id, describedBy, invalid }: Control<TextInput>) {
  const surface = useSurfaceOf()
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed']
  const content = contentOf(surface.value(field))
  const typed = typeof content === 'string' ? content : ''
  const multiline = element.type === 'plain_text_input' && element.multiline === true
  const asValue = (text: string) => ({ type: element.type, value: text === '' ? null : text })
  const shared = {
    id,
    className: 'text-field',
    value: typed,
    placeholder: plainOf(element.placeholder),
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'data-focus-on-load': element.focus_on_load ? '' : undefined,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      surface.change(field, asValue(event.target.value), tells && triggers.includes('on_character_entered')),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.shiftKey || !tells || !triggers.includes('on_enter_pressed')) return
      event.preventDefault()
      surface.press(field, asValue(typed))
    },
  }
  if (multiline) return <textarea rows={4} {...shared} />
  return <input type="text" inputMode={modes[element.type]} autoComplete="off" {...shared} />
}
