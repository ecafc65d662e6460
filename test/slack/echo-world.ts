import type { Answer } from '../../src/slack/call.ts'
import { openWorld, type WorldOptions } from '../stories/world.ts'
import { type Echo, echoing } from './echo.ts'

export type EchoWorld = Awaited<ReturnType<typeof openEcho>>

/** A world whose doors lead to `echo.ts`. */
export async function openEcho(options: WorldOptions = {}) {
  const echo: Echo = { heard: [], answer: () => undefined }
  const world = await openWorld('postgres', { features: echoing(echo), ...options })
  return {
    ...world,
    echo,
    /** From now on every handler does this; forgets what was heard. */
    answers: (answer: (what: unknown) => Answer) => {
      echo.answer = answer
      echo.heard.length = 0
    },
  }
}
