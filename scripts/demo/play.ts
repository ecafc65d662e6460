import { deciding } from './acts/deciding.ts'
import { executing } from './acts/executing.ts'
import { planning } from './acts/planning.ts'
import { preparing } from './acts/preparing.ts'
import { reviewing } from './acts/reviewing.ts'
import { verifying } from './acts/verifying.ts'
import { figures } from './figures.ts'
import { type Played, playScenes, type Scene } from './script.ts'
import type { Stage } from './stage.ts'

/** The life of payments-2.4.0, from its plan to its last action. */
export const scenes: readonly Scene[] = [
  ...planning,
  ...preparing,
  ...deciding,
  ...executing,
  ...verifying,
  ...reviewing,
]

/** Plays a whole release and prints what happened. @returns whether every message came, and no other. */
export async function play(stage: Stage, print: (line: string) => void = console.log): Promise<boolean> {
  const { heard, problems }: Played = await playScenes(stage, scenes, { print })
  print('')
  for (const line of figures(stage.slack, heard)) print(line)
  print('')
  for (const problem of problems) print(`Problem: ${problem}`)
  print(problems.length === 0 ? 'Every message came, and no other.' : `${problems.length} problems.`)
  return problems.length === 0
}
