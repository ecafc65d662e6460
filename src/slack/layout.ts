import type {
  ActionsBlock,
  ActionsBlockElement,
  ContextBlock,
  DividerBlock,
  KnownBlock,
  SectionBlock,
  SectionBlockAccessory,
} from '@slack/types'
import { clipMrkdwn } from './clip.ts'
import { limits } from './limits.ts'
import { mrkdwn } from './objects.ts'
import { plain } from './plain.ts'
import { bold, isEmpty, type Md } from './text.ts'

/** What Slack is given to show. `text` is the notification and what a screen reader hears. */
export interface Message {
  readonly text: string
  readonly blocks: KnownBlock[]
}

/** A block that may be left out: what is over has no buttons. */
export type Maybe<T> = T | null | undefined | false

export const present = <T>(items: readonly Maybe<T>[]) => items.filter((item): item is T => Boolean(item))

/** A message from its line one (its news, with what is missing) and its blocks. `zone` for a message to one person. */
export function message(news: Md, blocks: readonly Maybe<KnownBlock>[], zone?: string): Message {
  return {
    text: clipMrkdwn(plain(news, zone), limits.text),
    blocks: present(blocks).slice(0, limits.messageBlocks),
  }
}

export function section(text: Md, accessory?: Maybe<SectionBlockAccessory>): SectionBlock {
  return { type: 'section', text: mrkdwn(text), ...(accessory && { accessory }) }
}

/** The bold first block: line one, which is the news. */
export const headline = (news: Md) => section(bold(news))

/** Small print under a card; nothing at all when all its parts are empty. */
export function context(...parts: readonly Maybe<Md>[]): ContextBlock | null {
  const shown = present(parts).filter((part) => !isEmpty(part))
  if (shown.length === 0) return null
  return { type: 'context', elements: shown.slice(0, limits.contextParts).map((part) => mrkdwn(part)) }
}

/** A row of buttons and menus. One act may stand in it twice: its id gets a `:2`, as Slack wants ids to differ. */
export function actions(elements: readonly Maybe<ActionsBlockElement>[]): ActionsBlock | null {
  const shown = present(elements).slice(0, limits.actionsElements)
  if (shown.length === 0) return null
  const ids = shown.map((element) => element.action_id)
  const told = shown.map((element, place) => {
    const earlier = ids.slice(0, place).filter((id) => id === element.action_id).length
    return earlier === 0 ? element : { ...element, action_id: `${element.action_id}:${earlier + 1}` }
  })
  return { type: 'actions', elements: told }
}

export const divider = (): DividerBlock => ({ type: 'divider' })
