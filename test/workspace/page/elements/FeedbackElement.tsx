import type { FeedbackButtons } from '@slack/types'
import { useSurfaceOf } from '../surface/Surface.tsx'
import { plainOf } from '../text/SlackText.tsx'
import type { Control } from './Element.tsx'

/** Two buttons: it was good, it was not. */
export function FeedbackElement({ element, field }: Control<FeedbackButtons>) {
  const surface = useSurfaceOf()
  return [element.positive_button, element.negative_button].map(({ text, value, accessibility_label }) => (
    <button
      key={value}
      type="button"
      className="button"
      aria-label={accessibility_label}
      onClick={() => surface.press(field, { type: 'feedback_buttons', text, value })}
    >
      {plainOf(text)}
    </button>
  ))
}
