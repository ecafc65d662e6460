import { createHash } from 'node:crypto'
import { hoursToMilliseconds } from 'date-fns/hoursToMilliseconds'
import { minutesToMilliseconds } from 'date-fns/minutesToMilliseconds'
import type { Ctx } from '../ctx.ts'
import { defineJob } from '../jobs/job.ts'
import { postponed } from '../slack/client.ts'
import { directoryJobPayload } from './contract.ts'
import { keepSweep, lastSweep, type Sweep } from './directory-store.ts'
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

const day = hoursToMilliseconds(24)
const threeInTheMorning = hoursToMilliseconds(3)
const patience = hoursToMilliseconds(1)

/** Within the hour after three UTC, each workspace at its own minute, so that one Slack is not asked for all at once. */
const minuteOf = (workspace: string) =>
  minutesToMilliseconds(createHash('sha256').update(workspace).digest().readUInt16BE() % 60)

/**
 * Once a night; when nobody looked at that minute, at the next look. One that has begun is given an hour: begun anew
 * with every look, a large workspace would never be read to its end.
 */
export function sweepIsDue(workspace: string, last: Sweep, now: Date): boolean {
  const begins = threeInTheMorning + minuteOf(workspace)
  const night = Math.floor((now.getTime() - begins) / day) * day + begins
  if (last.at !== null && last.at.getTime() >= night) return false
  return last.begun === null || now.getTime() - last.begun.getTime() >= patience
}

export async function sweepNightly(ctx: Ctx): Promise<void> {
  const { db, workspace } = ctx
  const now = ctx.now()
  if (!sweepIsDue(workspace, await lastSweep(db, workspace), now)) return
  await db.transaction(async (tx) => {
    await keepSweep(tx, workspace, { begun: now })
    await ctx.jobs.enqueue(tx, [{ job: directoryJob.name, payload: { workspace } }])
  })
}
