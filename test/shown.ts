import type { AnyBlock, InputBlock, KnownBlock, View } from '@slack/types'
import type { Md, Message } from '../src/slack/blocks.ts'

/** What somebody reads in a message or a form, a line for each line: dates in product time, buttons in brackets. */
export function shown({ blocks }: Message | View): string {
  return blocks.map(blockShown).filter(Boolean).join('\n')
}

/** What somebody reads in one text. */
export const words = ({ mrkdwn }: Md): string => plain(mrkdwn)

/** The labels of everything that can be pressed, in order. */
export const buttonsOf = (message: Message | View) =>
  [...shown(message).matchAll(/\[([^\]]+)\]/g)].map(([, label]) => label)

function blockShown(any: AnyBlock): string {
  // Views are typed with blocks of any kind; ours are all built here, of kinds that Slack documents.
  const block = any as KnownBlock
  if (block.type === 'section') {
    const accessory = block.accessory?.type === 'button' ? ` [${block.accessory.text.text}]` : ''
    return plain(block.text?.text ?? '') + accessory
  }
  if (block.type === 'actions') {
    return block.elements.flatMap((one) => (one.type === 'button' ? [`[${one.text.text}]`] : [])).join(' ')
  }
  if (block.type === 'input') return inputShown(block)
  return ''
}

function inputShown(block: InputBlock): string {
  const { element } = block
  if (element.type === 'plain_text_input') return `${block.label.text}: ${element.initial_value ?? ''}`
  if (element.type === 'radio_buttons' || element.type === 'static_select') {
    const options = element.options?.map(({ text }) => text.text).join(', ')
    return `${block.label.text}: ${element.initial_option?.text.text ?? ''} (${options})`
  }
  if (element.type === 'users_select') return `${block.label.text}: ${element.initial_user ?? ''}`
  return block.label.text
}

const plain = (mrkdwn: string) =>
  mrkdwn
    .replace(/<!date\^\d+\^[^|]*\|([^>]*)>/g, (_, words: string) => words.replace(/ Berlin$/, ''))
    .replace(/<https?:[^|>]*\|([^>]*)>/g, '$1')
    .replace(/[­⁠⁨⁩]/g, '')
