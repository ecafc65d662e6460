import type { ReactNode } from 'react'
import type { Field } from '../surface/fields.ts'
import { useSurfaceOf } from '../surface/Surface.tsx'
import { ButtonElement } from './ButtonElement.tsx'
import { CheckboxesElement, RadioElement } from './ChecksElement.tsx'
import { DateElement, DateTimeElement, TimeElement } from './DateElements.tsx'
import { FeedbackElement } from './FeedbackElement.tsx'
import { FileElement } from './FileElement.tsx'
import { OverflowElement } from './OverflowElement.tsx'
import { RichTextElement } from './RichTextElement.tsx'
import { SelectElement } from './SelectElement.tsx'
import { TextElement } from './TextElement.tsx'

/** What every control is drawn from. */
export interface Control<E = Field['element']> {
  field: Field
  element: E
  /** Its accessible name. */
  label: string
  /** The id that a visible label points at, and the one of the words that describe it. */
  id?: string | undefined
  describedBy?: string | undefined
  invalid?: boolean
  /** Whether a change is told to the app at once. */
  tells: boolean
  optional?: boolean
}

/** One control, with what went wrong with it beside it. */
export function Element(props: Control) {
  const surface = useSurfaceOf()
  const trouble = surface.troubleOf(props.field)
  return (
    <div className="control" aria-busy={surface.isBusy(props.field)}>
      {drawn(props)}
      {trouble && (
        <p role="alert" className="trouble">
          {trouble}
        </p>
      )}
    </div>
  )
}

function drawn({ element, ...props }: Control): ReactNode {
  switch (element.type) {
    case 'button':
    case 'workflow_button':
    case 'icon_button':
      return <ButtonElement element={element} {...props} />
    case 'feedback_buttons':
      return <FeedbackElement element={element} {...props} />
    case 'overflow':
      return <OverflowElement element={element} {...props} />
    case 'checkboxes':
      return <CheckboxesElement element={element} {...props} />
    case 'radio_buttons':
      return <RadioElement element={element} {...props} />
    case 'datepicker':
      return <DateElement element={element} {...props} />
    case 'timepicker':
      return <TimeElement element={element} {...props} />
    case 'datetimepicker':
      return <DateTimeElement element={element} {...props} />
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextElement element={element} {...props} />
    case 'rich_text_input':
      return <RichTextElement element={element} {...props} />
    case 'file_input':
      return <FileElement element={element} {...props} />
    default:
      return <SelectElement element={element} {...props} />
  }
}
