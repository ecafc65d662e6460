import type { AnyBlock, View } from '@slack/types'
import type { Message } from './layout.ts'
import { limits } from './limits.ts'

type Part = Readonly<Record<string, unknown>>

const lengths: Record<string, Record<string, number>> = {
  button: { text: limits.buttonText, value: limits.buttonValue, url: limits.url },
  modal: { title: limits.modalTitle, submit: limits.modalTitle, close: limits.modalTitle },
  input: { label: limits.label, hint: limits.label },
  option: { text: limits.optionText, value: limits.optionValue, description: limits.optionText },
  confirm: {
    title: limits.confirmTitle,
    text: limits.confirmText,
    confirm: limits.confirmButton,
    deny: limits.confirmButton,
  },
}

const counts: Record<string, Record<string, number>> = {
  context: { elements: limits.contextParts },
  actions: { elements: limits.actionsElements },
  overflow: { options: limits.overflowOptions },
  checkboxes: { options: limits.boxes },
  radio_buttons: { options: limits.boxes },
  static_select: { options: limits.selectOptions },
}

/** Why Slack would refuse this message or view; empty when it fits. */
export function misfits(shown: Message | View): string[] {
  const max = 'type' in shown ? limits.viewBlocks : limits.messageBlocks
  const texts = textsIn(shown)
  return [
    ...tooMany('blocks', shown.blocks.length, max),
    ...('type' in shown ? misfitView(shown) : misfitMessage(shown, texts)),
    ...texts.flatMap(misfitText),
    ...partsIn(shown, 'whole').flatMap(([kind, part]) => [...tooLong(kind, part), ...tooFull(kind, part)]),
    ...twice('block_id', shown.blocks),
    ...partsIn(shown, 'whole').flatMap(([kind, part]) =>
      kind === 'actions' && Array.isArray(part.elements) ? twice('action_id', part.elements) : [],
    ),
  ]
}

function misfitView(view: View): string[] {
  const asks = view.blocks.some((block: AnyBlock) => block.type === 'input')
  return [
    ...tooMany('bytes', Buffer.byteLength(JSON.stringify(view)), limits.viewBytes),
    ...tooMany('characters of metadata', view.private_metadata?.length ?? 0, limits.metadata),
    ...(asks && !('submit' in view) ? ['inputs without a submit button'] : []),
  ]
}

function misfitMessage(message: Message, texts: readonly string[]): string[] {
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  return [
    ...(message.text.trim() === '' ? ['no notification text'] : []),
    ...tooMany('characters of text', length, limits.messageText),
  ]
}

function misfitText(text: string): string[] {
  const unknown = text.replace(/<[@#!][^<>]+>|<https?:[^<>]+>/g, '').replace(/&(?:amp|lt|gt);/g, '')
  return [
    ...(text === '' ? ['an empty text'] : []),
    ...tooMany('characters in a text', text.length, limits.text),
    ...(text.isWellFormed() ? [] : [`half a character in ${text}`]),
    ...(/[<>&]/.test(unknown) ? [`a broken token or entity in ${text}`] : []),
  ]
}

/** Every object in it with its kind: Slack's `type`, or the name of the field it stands in. */
function partsIn(value: unknown, field: string): [string, Part][] {
  if (Array.isArray(value)) return value.flatMap((item) => partsIn(item, field.replace(/s$/, '')))
  if (typeof value !== 'object' || value === null) return []
  const part: Part = { ...value }
  const inside = Object.entries(part).flatMap(([name, child]) => partsIn(child, kindOf(name)))
  return [[typeof part.type === 'string' ? part.type : field, part], ...inside]
}

const kindOf = (field: string) => (field.startsWith('initial_option') ? 'option' : field)

function textsIn(shown: Message | View): string[] {
  const parts = partsIn(shown, 'whole').map(([, part]) => part)
  return parts.flatMap(({ type, text }) => (type === 'mrkdwn' && typeof text === 'string' ? [text] : []))
}

function tooLong(kind: string, part: Part): string[] {
  return Object.entries(lengths[kind] ?? {}).flatMap(([field, max]) => {
    const value = part[field]
    const text = typeof value === 'object' && value !== null && 'text' in value ? value.text : value
    if (text === '') return [`an empty ${field} of a ${kind}`]
    return typeof text === 'string'
      ? tooMany(`characters in the ${field} of a ${kind}`, text.length, max)
      : []
  })
}

function tooFull(kind: string, part: Part): string[] {
  return Object.entries(counts[kind] ?? {}).flatMap(([field, max]) => {
    const items = part[field]
    if (!Array.isArray(items)) return []
    return items.length === 0
      ? [`no ${field} in a ${kind}`]
      : tooMany(`${field} in a ${kind}`, items.length, max)
  })
}

const tooMany = (what: string, count: number, max: number) =>
  count > max ? [`${count} ${what}, at most ${max}`] : []

function twice(name: string, parts: readonly unknown[]): string[] {
  const ids = parts.flatMap((part) => {
    const { [name]: id }: Part = typeof part === 'object' ? { ...part } : {}
    return typeof id === 'string' ? [id] : []
  })
  return ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `${name} ${id} twice`)
}
