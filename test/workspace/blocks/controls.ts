import type { AnyBlock, InputBlock, KnownBlock } from '@slack/types'
import { freshId } from '../world/ids.ts'

type ElementsOf<B> = B extends { elements: (infer E)[] } ? E : never
type Row = Extract<KnownBlock, { type: 'actions' | 'context_actions' }>
export type Interactive = Extract<ElementsOf<Row> | InputBlock['element'], { action_id?: string }>

/** Something on a surface that a person can press, choose from or fill in. */
export interface Control {
  blockId: string
  actionId: string
  element: Interactive
  block: KnownBlock
}

export function controls(blocks: AnyBlock[]): Control[] {
  return known(blocks).flatMap((block) => [
    ...interactiveIn(block).map((element) => ({
      blockId: block.block_id ?? '',
      actionId: element.action_id ?? '',
      element,
      block,
    })),
    ...controls(within(block)),
  ])
}

/** What the workspace stores has passed validation, so its blocks are known ones. */
export function known(blocks: AnyBlock[]): KnownBlock[] {
  return blocks as KnownBlock[]
}

function interactiveIn(block: KnownBlock): Interactive[] {
  switch (block.type) {
    case 'section':
      return block.accessory && block.accessory.type !== 'image' ? [block.accessory] : []
    case 'actions':
    case 'context_actions':
      return block.elements
    case 'input':
      return [block.element]
    case 'card':
      return block.actions ?? []
    default:
      return []
  }
}

/** Blocks that stand in another. */
function within(block: KnownBlock): KnownBlock[] {
  if (block.type === 'carousel') return block.elements
  return block.type === 'container' ? block.child_blocks : []
}

/** What a select, a menu or a set of boxes offers by itself; one that is looked up offers nothing yet. */
export function optionsOf(element: Interactive) {
  const own = 'options' in element ? (element.options ?? []) : []
  const groups = 'option_groups' in element ? (element.option_groups ?? []) : []
  return [...own, ...groups.flatMap((group) => group.options)]
}

/** Slack names what the app left unnamed, so that every block and element can be told apart. */
export function named<B extends AnyBlock>(blocks: B[]): B[] {
  return blocks.map((given) => {
    const block = structuredClone(given)
    block.block_id ??= freshId('').slice(0, 5)
    for (const inner of known([block]).flatMap(within)) inner.block_id ??= freshId('').slice(0, 5)
    for (const { element } of controls([block])) element.action_id ??= freshId('').slice(0, 5)
    return block
  })
}
