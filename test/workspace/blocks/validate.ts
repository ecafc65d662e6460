import { z } from 'zod'
import { faultsAcross } from './across.ts'
import { type Fault, faultsOf, inWords } from './faults.ts'
import { surfaces } from './schema/blocks.ts'

/** `any` is for blocks of which nobody says where they will stand. */
export type Surface = keyof typeof surfaces

const MOST: Record<Surface, number> = { message: 50, modal: 100, home: 100, any: 100 }

/** What Slack would say against these blocks; nothing when it would take them. */
export function faultsIn(blocks: unknown, surface: Surface, root = '/blocks'): Fault[] {
  const result = z.array(surfaces[surface]).max(MOST[surface]).safeParse(blocks, { reportInput: true })
  return result.success ? faultsAcross(result.data, surface, root) : faultsOf(result.error.issues, root)
}

/** The same in the words of `response_metadata.messages`. */
export function troublesOf(blocks: unknown[], surface: Surface, root = '/blocks'): string[] {
  return faultsIn(blocks, surface, root).map(inWords)
}
