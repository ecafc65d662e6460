import type { InputBlock as Input } from '@slack/types'
import { useId } from 'react'
import { Element } from '../elements/Element.tsx'
import { fieldOf } from '../surface/fields.ts'
import { useSurfaceOf } from '../surface/Surface.tsx'
import { plainOf } from '../text/SlackText.tsx'

/** A labelled field, its hint, and what is wrong with it. */
export function InputBlock({ block }: { block: Input }) {
  const id = useId()
  const error = useSurfaceOf().errors[block.block_id ?? '']
  return (
    <>
      <label className="input-label" htmlFor={id}>
        {plainOf(block.label)}
        {block.optional && <span className="input-optional"> (optional)</span>}
      </label>
      <Element
        field={fieldOf(block, block.element)}
        element={block.element}
        label={plainOf(block.label)}
        id={id}
        describedBy={`${id}-hint ${id}-error`}
        invalid={error !== undefined}
        tells={block.dispatch_action === true}
        optional={block.optional === true}
      />
      {error && (
        <p id={`${id}-error`} role="alert" className="field-error">
          {error}
        </p>
      )}
      {block.hint && (
        <p id={`${id}-hint`} className="hint">
          {plainOf(block.hint)}
        </p>
      )}
    </>
  )
}
