import type { AnyBlock } from '@slack/types'
import { type Control, controls, optionsOf } from '../blocks/controls.ts'
import { displayedBlock, displayedText } from '../blocks/display.ts'
import type { ElementValue } from '../protocol.ts'
import type { Reader } from '../text/display.ts'

/** One thing that can be pressed or picked, by the label that is displayed. */
export interface Offer {
  /** A button's words; `▾ > History` in an overflow menu; `Model > standard` in a select. */
  label: string
  control: Control
  /** What picking it means; a button means only itself. */
  value?: ElementValue
  /** The words of the block it stands in, to tell three `Done` apart. */
  beside: string
}

export function offers(reader: Reader, blocks: AnyBlock[]): Offer[] {
  return controls(blocks).flatMap((control) => {
    const beside = displayedBlock(reader, control.block)
    return labelled(reader, control).map((offer) => ({ ...offer, control, beside }))
  })
}

/** The one offer of that label; a missing or a doubtful one is an error that lists what is displayed. */
export function offered(reader: Reader, blocks: AnyBlock[], label: string, beside?: string): Offer {
  const all = offers(reader, blocks)
  const found = all.filter(
    (one) => one.label === label && (beside === undefined || one.beside.includes(beside)),
  )
  const [only, ...more] = found
  if (!only)
    throw new Error(`there is no "${label}" here${beside ? ` beside "${beside}"` : ''}; ${listed(all)}`)
  if (more.length > 0)
    throw new Error(`there are ${found.length} "${label}" here, say beside which words; ${listed(all)}`)
  return only
}

function listed(all: Offer[]): string {
  if (all.length === 0) return 'nothing here can be pressed'
  return `displayed: ${all.map((one) => `[${one.label}]${one.beside ? ` beside "${one.beside.slice(0, 40)}"` : ''}`).join(', ')}`
}

function labelled(reader: Reader, { element, block }: Control): { label: string; value?: ElementValue }[] {
  const { type } = element
  switch (type) {
    case 'button':
    case 'workflow_button':
    case 'icon_button':
      return [{ label: element.text.text }]
    case 'feedback_buttons':
      return [element.positive_button, element.negative_button].map(({ text, value }) => ({
        label: text.text,
        value: { type, text, value },
      }))
    case 'overflow':
    case 'static_select':
    case 'radio_buttons': {
      const name = type === 'overflow' ? '▾' : nameOf(element, block)
      return optionsOf(element).map((option) => ({
        label: name ? `${name} > ${displayedText(reader, option.text)}` : displayedText(reader, option.text),
        value: { type, selected_option: option },
      }))
    }
    default:
      return []
  }
}

/** How a person would call a control that is not a button: its label, or what stands in it while empty. */
export function nameOf(element: Control['element'], block: Control['block']): string {
  if (block.type === 'input') return block.label.text
  return 'placeholder' in element ? (element.placeholder?.text ?? '') : ''
}

/** The control of that label or placeholder. */
export function named(blocks: AnyBlock[], name: string): Control {
  const all = controls(blocks)
  const names = all.map(({ element, block }) => nameOf(element, block))
  const found = all[names.indexOf(name)]
  if (!found)
    throw new Error(`there is no "${name}" here; displayed: ${names.filter(Boolean).join(', ') || 'nothing'}`)
  return found
}
