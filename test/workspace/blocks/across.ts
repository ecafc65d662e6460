import { type Fault, fault } from './faults.ts'
import { blockOf, type Part, parts } from './parts.ts'
import { textLength } from './texts.ts'
import type { Surface } from './validate.ts'

const MOST_MARKDOWN = 12_000
/** Slack's pages name 10,000 and 20,000. */
const MOST_TABLE_TEXT = 10_000
const MOST_OF_A_KIND = [
  { kind: 'table', most: 1, message: 'only one table allowed' },
  { kind: 'data_visualization', most: 2, message: 'no more than 2 items allowed' },
]

/** Elements that not every surface takes; where the sources disagree, the fewer. */
const PLACES: Record<string, Surface[]> = {
  workflow_button: ['message'],
  datetimepicker: ['message', 'modal'],
  email_text_input: ['modal'],
  url_text_input: ['modal'],
  number_input: ['modal'],
  file_input: ['modal'],
}

/** What is wrong with blocks that are each right: with their number, their ids and where they stand. */
export function faultsAcross(blocks: unknown[], surface: Surface, root: string): Fault[] {
  const all = parts(blocks, root)
  return [
    ...doubledBlocks(all),
    ...doubledActions(all),
    ...misplaced(all, surface),
    ...tooMany(all, root),
    ...tooMuch(all, root),
    ...focused(all, root),
  ]
}

function doubledBlocks(all: Part[]): Fault[] {
  const seen = new Set<unknown>()
  return all.flatMap(({ part: { block_id: id }, pointer }) => {
    const doubled = id !== undefined && seen.has(id)
    seen.add(id)
    return doubled ? [fault(`block_id "${id}" already exists`, `${pointer}/block_id`)] : []
  })
}

function doubledActions(all: Part[]): Fault[] {
  const seen = new Set<string>()
  return all.flatMap((one) => {
    const { action_id: id } = one.part
    if (id === undefined) return []
    const block = blockOf(one)
    const key = `${block} ${id}`
    const doubled = seen.has(key)
    seen.add(key)
    return doubled ? [fault(`action_id "${id}" already exists`, block)] : []
  })
}

function misplaced(all: Part[], surface: Surface): Fault[] {
  if (surface === 'any') return []
  return all.flatMap(({ part, pointer }) => {
    const places = PLACES[part.type]
    if (places && !places.includes(surface))
      return [fault(`unsupported type: ${part.type}`, `${pointer}/type`)]
    const inForm = surface === 'modal' && pointer.endsWith('/element')
    return part.response_url_enabled && !inForm
      ? [fault('response_url_enabled is only for inputs of a modal', pointer)]
      : []
  })
}

function tooMany(all: Part[], root: string): Fault[] {
  return MOST_OF_A_KIND.flatMap(({ kind, most, message }) => {
    const count = all.filter(({ part }) => part.type === kind).length
    return count > most ? [fault(message, root)] : []
  })
}

function tooMuch(all: Part[], root: string): Fault[] {
  const written = (types: string[]) =>
    all.reduce((sum, { part }) => sum + (types.includes(part.type) ? textLength(part) : 0), 0)
  const over = (length: number, most: number) =>
    length > most ? [fault(`must be less than ${most + 1} characters`, root)] : []
  return [
    ...over(written(['markdown']), MOST_MARKDOWN),
    ...over(written(['table', 'data_table']), MOST_TABLE_TEXT),
  ]
}

function focused(all: Part[], root: string): Fault[] {
  const count = all.filter(({ part }) => part.focus_on_load === true).length
  return count > 1 ? [fault('only one element can have focus_on_load', root)] : []
}
