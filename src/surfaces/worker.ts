import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { defineJob } from '../jobs/job.ts'
import { drawAll } from './draw-all.ts'
import { behind } from './store.ts'

/** One job per release and not per card, so that the release is read once. */
export const drawJob = defineJob({
  name: 'draw',
  payload: z.object({ workspace: z.string(), release: z.string() }),
  key: ({ release }) => `draw:${release}`,
  run: async (ctx, { workspace, release }) => drawAll(ctx, { workspace, id: release }),
})

/** Enqueues whatever has fallen behind, so that no lost job matters. */
export async function sweep(ctx: Ctx) {
  await ctx.db.transaction(async (tx) => {
    const owners = await behind(tx, ctx.workspace)
    await ctx.jobs.enqueue(
      tx,
      owners.map((release) => ({ job: 'draw', payload: { workspace: ctx.workspace, release } })),
    )
  })
}
