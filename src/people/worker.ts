import type { Ctx } from '../ctx.ts'
import { defineJob } from '../jobs/job.ts'
import { postponed } from '../slack/client.ts'
import { directoryJobPayload } from './contract.ts'
import { lastSync } from './directory-store.ts'
import { syncPage } from './sync.ts'

/** Reads the directory page by page, one task each, so that a large workspace fits into Slack's rate limit. */
export const directoryJob = defineJob({
  name: 'directory',
  payload: directoryJobPayload,
  key: () => 'directory',
  run: async (ctx, { workspace, cursor }) => {
    const next = await syncPage(ctx, cursor).catch((error) => Promise.reject(postponed(error)))
    if (next) await ctx.jobs.enqueue(ctx.db, [{ job: 'directory', payload: { workspace, cursor: next } }])
  },
})

const day = 24 * 3_600_000
const threeInTheMorning = 3 * 3_600_000

/** Once a night, at three UTC; when nobody looked at that minute, at the next look. */
export function sweepIsDue(last: Date | null, now: Date): boolean {
  const night = Math.floor((now.getTime() - threeInTheMorning) / day) * day + threeInTheMorning
  return last === null || last.getTime() < night
}

export async function sweepNightly(ctx: Ctx): Promise<void> {
  if (!sweepIsDue(await lastSync(ctx.db, ctx.workspace), ctx.now())) return
  await ctx.jobs.enqueue(ctx.db, [{ job: 'directory', payload: { workspace: ctx.workspace } }])
}
