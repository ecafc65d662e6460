import type { ActionsBlock as Actions, ContextActionsBlock } from '@slack/types'
import { Element } from '../elements/Element.tsx'
import { fieldOf } from '../surface/fields.ts'
import { labelOf } from './labels.ts'

/** A row of controls. */
export function ActionsBlock({ block }: { block: Actions | ContextActionsBlock }) {
  return block.elements.map((element, index) => (
    <Element
      key={element.action_id ?? index}
      field={fieldOf(block, element)}
      element={element}
      label={labelOf(element)}
      tells
    />
  ))
}
