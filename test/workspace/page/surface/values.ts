import type { KnownBlock } from '@slack/types'
import type { ElementValue, StateValues } from '../../protocol.ts'
import { type Field, fieldsOf, initialValue } from './fields.ts'

/** What a control holds: what the person put there, or else what the app did. */
export function heldValue(field: Field, edits: StateValues): ElementValue | null {
  const initial = initialValue(field.element)
  const edited = edits[field.blockId]?.[field.actionId]
  return initial && edited?.type === initial.type ? edited : initial
}

/** All that a surface's controls hold, as `state.values`. */
export function collectState(blocks: KnownBlock[], edits: StateValues): StateValues {
  const state: StateValues = {}
  for (const field of fieldsOf(blocks)) {
    const value = heldValue(field, edits)
    if (value) state[field.blockId] = { ...state[field.blockId], [field.actionId]: value }
  }
  return state
}

export function withEdit(edits: StateValues, { blockId, actionId }: Field, value: ElementValue): StateValues {
  return { ...edits, [blockId]: { ...edits[blockId], [actionId]: value } }
}

/** A redrawn surface keeps what was put in wherever both ids are unchanged, and forgets the rest. */
export function keptEdits(blocks: KnownBlock[], edits: StateValues): StateValues {
  let kept: StateValues = {}
  for (const field of fieldsOf(blocks)) {
    const edited = edits[field.blockId]?.[field.actionId]
    if (edited && edited.type === field.element.type) kept = withEdit(kept, field, edited)
  }
  return kept
}

/** The one thing that a value holds: text, an option, an id, a list. */
export function contentOf(value: ElementValue | null): unknown {
  if (!value) return null
  return Object.entries(value).find(([key]) => key !== 'type')?.[1] ?? null
}

export function isEmpty(value: ElementValue | null): boolean {
  const content = contentOf(value)
  return content === null || content === '' || (Array.isArray(content) && content.length === 0)
}
