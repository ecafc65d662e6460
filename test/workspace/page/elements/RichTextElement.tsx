import type { RichTextInput } from '@slack/types'
import { useState } from 'react'
import { useSurfaceOf } from '../surface/Surface.tsx'
import { plainOf } from '../text/SlackText.tsx'
import type { Control } from './Element.tsx'
import { richOf, typedOf } from './richText.ts'

/** A field for formatted text, typed with Slack's signs. */
export function RichTextElement({
  element,
  field,
  tells,
  label,
  id,
  describedBy,
  invalid,
}: Control<RichTextInput>) {
  const surface = useSurfaceOf()
  const [typed, setTyped] = useState(() => (element.initial_value ? typedOf(element.initial_value) : ''))
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed']
  const asValue = (text: string) => ({
    type: element.type,
    rich_text_value: text.trim() === '' ? null : richOf(text),
  })
  return (
    <>
      <textarea
        id={id}
        className="text-field"
        rows={element.min_lines ?? 4}
        placeholder={plainOf(element.placeholder)}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        data-focus-on-load={element.focus_on_load ? '' : undefined}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          surface.change(field, asValue(target.value), tells && triggers.includes('on_character_entered'))
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || !tells || !triggers.includes('on_enter_pressed'))
            return
          event.preventDefault()
          surface.press(field, asValue(typed))
        }}
      />
      <small>*bold* _italic_ ~struck~ `code` :emoji:</small>
    </>
  )
}
