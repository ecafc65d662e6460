import { hoursToMilliseconds } from 'date-fns/hoursToMilliseconds'
import { readRelease } from '../../src/releases/meant.ts'
import { inFlight } from '../../src/releases/store.ts'
import { nextWake, type Stage } from './stage.ts'

/** The page's clock control: jumps that let everything on the way happen at its time. */
export function jumpsOf(stage: () => Stage | undefined) {
  const jump = (id: string, label: string, where: (on: Stage) => Promise<Date | null>) => ({
    id,
    label,
    jump: async () => {
      const on = stage()
      const to = on && (await where(on))
      if (on && to) await on.forwardTo(to)
    },
  })
  return [
    jump('hour', '+1 hour', async ({ clock }) => new Date(clock.now().getTime() + hoursToMilliseconds(1))),
    jump('day', '+1 day', async ({ clock }) => new Date(clock.now().getTime() + hoursToMilliseconds(24))),
    jump('next', 'What is due next', ({ app, clock }) => nextWake(app, clock.now())),
    jump('target', 'To the target', nextTarget),
  ]
}

/** The next target of a release in flight. */
async function nextTarget({ app: { ctx }, clock }: Stage): Promise<Date | null> {
  const open = await ctx.db.transaction((tx) => inFlight(tx, ctx.workspace))
  for (const ref of open) {
    const target = (await readRelease(ctx, ref))?.release.target
    if (target && target > clock.now()) return target
  }
  return null
}
