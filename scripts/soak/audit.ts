import type { OpenDatabase } from '../../src/db/database.ts'
import type { Workspace } from '../../test/workspace/workspace.ts'
import { foundIn } from './found.ts'
import type { Life } from './life.ts'

/** Expected and found of one sort of thing. */
export interface Count {
  readonly expected: number
  readonly found: number
}

export interface Audit {
  readonly messages: Count
  readonly ballots: Count
  readonly reminders: Count
  readonly problems: readonly string[]
}

/** Compares what was found with what should be: each thing once, and no other. */
export async function audit(of: {
  readonly database: OpenDatabase
  readonly slack: Workspace
  readonly lives: readonly Life[]
}): Promise<Audit> {
  const found = await foundIn(of)
  const problems: string[] = [...found.problems]
  const counts = { messages: none(), ballots: none(), reminders: none() }
  for (const { key, expected, stuck } of of.lives) {
    if (stuck) problems.push(`${key} is stuck: ${stuck}`)
    for (const sort of ['messages', 'ballots', 'reminders'] as const) {
      const there = found[sort].get(key) ?? []
      counts[sort].expected += expected[sort].length
      counts[sort].found += there.length
      problems.push(...differences(expected[sort], there).map((one) => `${key}: ${sort}: ${one}`))
    }
  }
  return { ...counts, problems }
}

const none = () => ({ expected: 0, found: 0 })

/** Each expected thing takes one that was found. */
export function differences(expected: readonly string[], found: readonly string[]): string[] {
  const left = [...found]
  const lost = expected.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return [
    ...lost.map((one) => `lost ${one}`),
    ...left.map((one) => `${expected.includes(one) ? 'doubled' : 'unexpected'} ${one}`),
  ]
}
