import { and, eq, lte } from 'drizzle-orm'
import nodeCron, { type RunCoordinator } from 'node-cron'
import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { defineJob } from '../jobs/job.ts'
import type { Log } from '../log.ts'
import { change } from '../releases/change.ts'
import { releases } from '../releases/tables.ts'
import { sweep } from '../surfaces/worker.ts'
import { ticks } from './tables.ts'

/**
 * Looks once for everything the clock brings; called every minute, and by whoever moves the clock. What fails is
 * looked at again in the next minute and holds up nothing else.
 */
export async function tick(ctx: Ctx): Promise<void> {
  for (const look of [lookAtReleases, ...ctx.features.flatMap((feature) => feature.tick ?? []), sweep]) {
    await look(ctx).catch((error) => ctx.log.error({ err: error }, 'a look failed'))
  }
}

async function lookAtReleases({ db, jobs, workspace, now }: Ctx) {
  await db.transaction(async (tx) => {
    const due = await tx
      .select({ id: releases.id })
      .from(releases)
      .where(and(eq(releases.workspace, workspace), lte(releases.wakes, now())))
      // In one order everywhere, because each waits for whoever asks for the same.
      .orderBy(releases.id)
    await jobs.enqueue(
      tx,
      due.map(({ id }) => ({ job: 'look', payload: { workspace, release: id } })),
    )
  })
}

/** Asks every feature what is due for one release. The answer comes from the locked state, so asking twice is harmless. */
export const lookJob = defineJob({
  name: 'look',
  payload: z.object({ workspace: z.string(), release: z.string() }),
  key: ({ release }) => `look:${release}`,
  run: async (ctx, { workspace, release: id }) => {
    const actor = { workspace, person: null, door: 'timer' as const }
    const more = async () =>
      (
        await change(ctx, { workspace, id }, actor, (release, facts, now) =>
          firstDue(ctx, release, facts, now),
        )
      ).events.length > 0
    // One event may make the next due: a vote that closes, a release that then wants a new target.
    for (let turn = 0; turn < 20 && (await more()); turn++);
  },
})

function firstDue(
  ctx: Ctx,
  ...[release, facts, now]: Parameters<NonNullable<Ctx['features'][number]['due']>>
) {
  for (const feature of ctx.features) {
    const events = feature.due?.(release, facts, now) ?? []
    if (events.length > 0) return events
  }
  return []
}

/** Starts the minute's tick; one replica is elected for each. @returns how to stop it, when a running tick has ended. */
export function startClock(ctx: Ctx): () => Promise<void> {
  let looking = Promise.resolve()
  const look = () => {
    looking = tick(ctx)
    return looking
  }
  const task = nodeCron.schedule('* * * * *', look, {
    name: `tick.${ctx.workspace}`,
    noOverlap: true,
    distributed: true,
    distributedLease: 30_000,
    runCoordinator: coordinator(ctx),
    logger: cronLog(ctx.log),
  })
  return async () => {
    await task.destroy()
    await looking
  }
}

/** Its own would print failed queries with all they carried. */
export const cronLog = (log: Log) => ({
  debug: () => {},
  info: () => {},
  warn: (words: string) => log.warn({ cron: words }, 'cron'),
  error: (words: string | Error, err?: Error) => log.error({ cron: String(words), err }, 'cron'),
})

/** The first replica to write the minute's key runs it. */
export const coordinator = (ctx: Ctx): RunCoordinator => ({
  shouldRun: async (key) => {
    const row = { workspace: ctx.workspace, key, at: new Date() }
    const won = await ctx.db.insert(ticks).values(row).onConflictDoNothing().returning({ key: ticks.key })
    await ctx.db
      .delete(ticks)
      .where(and(eq(ticks.workspace, ctx.workspace), lte(ticks.at, new Date(Date.now() - 3_600_000))))
    return won.length > 0
  },
})
