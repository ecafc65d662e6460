import type { HomeView, KnownBlock, ModalView } from '@slack/types'
import { type Maybe, present } from './layout.ts'
import { limits, within } from './limits.ts'
import { plainText } from './objects.ts'

export interface ModalSpec {
  /** The form's id, `callback_id`. */
  readonly form: string
  readonly title: string
  /** The word on the button that submits; a view that only shows has none. */
  readonly submit?: string
  readonly close?: string
  /** Ids only, never state. */
  readonly metadata?: string
  readonly blocks: readonly Maybe<KnownBlock>[]
}

/** A form, or something longer to read. Slack refuses inputs without a submit button, so there is always one. */
export function modal({ form, title, submit, close, metadata, blocks }: ModalSpec): ModalView {
  const shown = present(blocks).slice(0, limits.viewBlocks)
  const word = submit || (shown.some((block) => block.type === 'input') ? 'Save' : undefined)
  return {
    type: 'modal',
    callback_id: within(limits.id, 'A form id', form),
    title: plainText(title, limits.modalTitle),
    close: plainText(close || (word ? 'Cancel' : 'Close'), limits.modalTitle),
    ...(word && { submit: plainText(word, limits.modalTitle) }),
    ...(metadata !== undefined && { private_metadata: within(limits.metadata, 'Metadata', metadata) }),
    blocks: shown,
  }
}

/** One person's Home tab. */
export function home(blocks: readonly Maybe<KnownBlock>[]): HomeView {
  return { type: 'home', blocks: present(blocks).slice(0, limits.viewBlocks) }
}
