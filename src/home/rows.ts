import { bold, joined, lines, type Md, type Message, md, section, when } from '../slack/blocks.ts'
import type { Mine } from './mine.ts'

type Block = Message['blocks'][number]

/** Rows with their buttons, the first ones, and how many more there are. */
export function rowsOf(
  mine: readonly Mine[],
  most: number,
  dueShown: (one: Mine) => Md | null = dueWords,
): Block[] {
  const rows = mine.slice(0, most).flatMap((one) => row(one, dueShown(one)))
  const more = mine.length - most
  return more > 0 ? [...rows, section(md`and ${more} more`)] : rows
}

/** `payments-2.4.0 · 4 Rehearse the rollback · late since Tue 17:00`; one button stands beside it, two below. */
function row({ key, what, buttons }: Mine, due: Md | null): Block[] {
  const text = joined([md`${key}`, what, due])
  const elements = buttons?.type === 'actions' ? buttons.elements : []
  const [only, another] = elements
  if (only?.type === 'button' && !another) return [section(text, only)]
  return buttons ? [section(text), buttons] : [section(text)]
}

const words: Partial<Record<Mine['kind'], string>> = { vote: 'by', plan: 'by', rating: 'until' }

/** `late since Tue 24 Nov, 17:00`, `due today, 18:00` */
export function dueWords({ kind, due, late, zone }: Mine): Md | null {
  if (!due) return late ? md`late` : null
  if (late) return md`late since ${when(due, zone)}`
  const word = words[kind] ?? 'due'
  return md`${word} ${when(due, zone)}`
}

/** `3 things wait for you, 1 late` */
export function countWords(mine: readonly Mine[]): Md {
  const late = mine.filter((one) => one.late).length
  const all = mine.length === 1 ? md`1 thing waits for you` : md`${mine.length} things wait for you`
  return joined([all, late > 0 && md`${late} late`], ', ')
}

/** A label and what belongs to it, line by line. */
export const listed = (label: string, items: readonly Md[]) =>
  items.length > 0 ? section(lines(bold(label), ...items)) : null
