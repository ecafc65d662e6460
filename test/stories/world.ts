import { pino } from 'pino'
import { inBerlin } from '../../scripts/demo/clock.ts'
import { openStage, type StageOptions } from '../../scripts/demo/stage.ts'
import type { Log } from '../../src/log.ts'
import { type Engine, freshDatabase } from '../databases.ts'

export { inBerlin }

export interface WorldOptions
  extends Partial<Pick<StageOptions, 'transport' | 'workspace' | 'features' | 'manifest' | 'paced'>> {
  /** Berlin wall time at which the story begins. */
  readonly begins?: string
  /** Where its lines go, for a story about them. */
  readonly log?: Log
}

export type StoryWorld = Awaited<ReturnType<typeof openWorld>>

/** The demo's stage on a database of its own. Everything in a story happens through what its people see. */
export async function openWorld(
  engine: Engine,
  {
    transport = 'http',
    begins = '2026-11-19 10:00',
    workspace,
    features,
    manifest,
    paced = false,
    log = pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
  }: WorldOptions = {},
) {
  const database = await freshDatabase(engine)
  const stage = await openStage({
    database,
    log,
    begins: inBerlin(begins),
    transport,
    paced,
    ...(workspace && { workspace }),
    ...(features && { features }),
    ...(manifest && { manifest }),
  })
  return {
    ...stage,
    database,
    /** Puts the clock forward to this Berlin wall time; everything that is due on the way happens at its time. */
    at: (wall: string) => stage.forwardTo(inBerlin(wall)),
    close: async () => {
      await stage.close()
      await database.close()
    },
  }
}
