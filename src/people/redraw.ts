import type { Ctx } from '../ctx.ts'
import type { Transaction } from '../db/database.ts'
import { afterDeadlock } from '../db/deadlocks.ts'
import { wantInFlight } from '../surfaces/store.ts'
import { keepLeft } from './directory-store.ts'
import type { PersonId } from './people.ts'
import { keepRoles } from './roles-store.ts'

/** Keeps what Slack told of the directory; when that differs, roles, cards and what is due follow. */
export async function changingDirectory(
  ctx: Ctx,
  keep: (tx: Transaction) => Promise<boolean>,
): Promise<void> {
  await afterDeadlock(() =>
    ctx.db.transaction(async (tx) => {
      if (!(await keep(tx))) return
      await keepRoles(tx, ctx.workspace)
      await redrawInFlight(ctx, tx)
    }),
  )
}

/** Slack let us know by the way that somebody has left, before it told so. */
export const personLeft = (ctx: Ctx, person: PersonId): Promise<void> =>
  changingDirectory(ctx, (tx) => keepLeft(tx, ctx.workspace, person))

/** Cards name people and who fills which role, so they follow when either changes; so does what is due. */
export async function redrawInFlight(ctx: Ctx, tx: Transaction): Promise<void> {
  const { workspace } = ctx
  const touched = await wantInFlight(tx, workspace)
  await ctx.jobs.enqueue(
    tx,
    touched.flatMap((release) => ['look', 'draw'].map((job) => ({ job, payload: { workspace, release } }))),
  )
}
