import type { AnyBlock, KnownBlock } from '@slack/types'
import { type Control, controls, known } from './controls.ts'

/** Blocks whose conversation selects begin, where the app asks for it, with the place they are used in. */
export function startingHere(blocks: AnyBlock[], here: string | undefined): KnownBlock[] {
  if (!here || !controls(blocks).some(startsHere)) return known(blocks)
  const copy = structuredClone(known(blocks))
  for (const { element } of controls(copy).filter(startsHere)) {
    if (element.type === 'conversations_select') element.initial_conversation ??= here
    if (element.type === 'multi_conversations_select') element.initial_conversations ??= [here]
  }
  return copy
}

function startsHere({ element }: Control): boolean {
  return 'default_to_current_conversation' in element && element.default_to_current_conversation === true
}
