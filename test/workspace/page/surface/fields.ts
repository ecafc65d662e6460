import type {
  ActionsBlockElement,
  AnyBlock,
  ContextActionsBlockElement,
  InputBlockElement,
  KnownBlock,
  SectionBlockAccessory,
} from '@slack/types'
import type { ElementValue } from '../../protocol.ts'

export type Element =
  | ActionsBlockElement
  | ContextActionsBlockElement
  | InputBlockElement
  | Exclude<SectionBlockAccessory, { alt_text: string }>

/** One control of a surface, with the ids under which its value travels. */
export interface Field {
  blockId: string
  actionId: string
  element: Element
}

/** The blocks of a view; the workspace has refused all but the known ones, hence the cast. */
export function knownBlocks(blocks: AnyBlock[]): KnownBlock[] {
  return blocks as KnownBlock[]
}

/** Every control in these blocks, in the order of reading. */
export function fieldsOf(blocks: KnownBlock[]): Field[] {
  return blocks.flatMap((block) => [
    ...elementsOf(block).map((element) => fieldOf(block, element)),
    ...fieldsOf(within(block)),
  ])
}

export function fieldOf(block: KnownBlock, element: Element): Field {
  return { blockId: block.block_id ?? '', actionId: element.action_id ?? '', element }
}

function elementsOf(block: KnownBlock): Element[] {
  if (block.type === 'actions' || block.type === 'context_actions') return block.elements
  if (block.type === 'card') return block.actions ?? []
  if (block.type === 'input') return [block.element]
  if (block.type === 'section' && block.accessory && block.accessory.type !== 'image')
    return [block.accessory]
  return []
}

/** Blocks that stand in another. */
function within(block: KnownBlock): KnownBlock[] {
  if (block.type === 'carousel') return block.elements
  return block.type === 'container' ? block.child_blocks : []
}

/** What a control holds before anybody touched it, as in `view.state.values`; null when it holds nothing ever. */
export function initialValue(element: Element): ElementValue | null {
  const { type } = element
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: element.initial_value ?? null }
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null }
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] }
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null }
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] }
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null }
    case 'multi_conversations_select':
      return { type, selected_conversations: element.initial_conversations ?? [] }
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null }
    case 'multi_channels_select':
      return { type, selected_channels: element.initial_channels ?? [] }
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null }
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null }
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null }
    case 'rich_text_input':
      return { type, rich_text_value: element.initial_value ?? null }
    case 'file_input':
      return { type, files: [] }
    default:
      return null
  }
}
