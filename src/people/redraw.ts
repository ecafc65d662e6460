import type { Ctx } from '../ctx.ts'
import type { Transaction } from '../db/database.ts'
import { wantInFlight } from '../surfaces/store.ts'

/** Cards name people and who fills which role, so they follow when either changes. */
export async function redrawInFlight(ctx: Ctx, tx: Transaction): Promise<void> {
  const { workspace } = ctx
  const touched = await wantInFlight(tx, workspace)
  await ctx.jobs.enqueue(
    tx,
    touched.map((release) => ({ job: 'draw', payload: { workspace, release } })),
  )
}
