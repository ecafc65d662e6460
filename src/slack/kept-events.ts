import { App } from '@slack/bolt'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { defineJob, type Job } from '../jobs/job.ts'
import { Deliveries, type Delivery } from './deliveries.ts'
import type { SlackEvent } from './events.ts'
import { slackEvents } from './tables.ts'

const envelope = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  /** In shared channels the former may be the team of whoever acted. */
  context_team_id: z.string().nullish(),
  event_id: z.string(),
  event: z.looseObject({ type: z.string() }),
})

/**
 * A Bolt app that loses no event. Bolt acknowledges events before any listener runs, so a crash would lose a thread
 * vote; here an event is first kept, then acknowledged, then handed to Bolt by a worker that may try again.
 */
export class KeepingApp extends App {
  keep: ((delivery: Delivery) => Promise<'kept' | 'not an event'>) | undefined

  readonly deliveries = new Deliveries()

  override processEvent(delivery: Delivery): Promise<void> {
    return this.deliveries.take(delivery, async (taken) => {
      const outcome = (await this.keep?.(taken)) ?? 'not an event'
      if (outcome === 'kept') await taken.ack()
      else await super.processEvent(taken)
    })
  }

  /** Runs the listeners of a kept event; what they throw comes out as they threw it. */
  replay(body: Delivery['body']): Promise<void> {
    return super
      .processEvent({ body, ack: async () => {} })
      .catch((error) => Promise.reject(unwrapped(error)))
  }
}

/** Bolt wraps every error without a code, and so a wish to be asked later. */
const wrapped = z.object({ original: z.instanceof(Error) })
const unwrapped = (error: unknown) => wrapped.safeParse(error).data?.original ?? error

/** Stores an event once, however often it is delivered, and enqueues it in the same transaction. */
export function keeper(ctx: Ctx, listeners: readonly SlackEvent[]) {
  return async ({ body }: Delivery): Promise<'kept' | 'not an event'> => {
    const read = envelope.safeParse(body)
    if (!read.success) return 'not an event'
    const { event, event_id: id, team_id, context_team_id } = read.data
    const workspace = context_team_id ?? team_id
    if (!listeners.some((l) => l.type === event.type && (l.wanted?.(event, ctx.slack.me) ?? true)))
      return 'kept'
    await ctx.db.transaction(async (tx) => {
      const row = { workspace, id, body, received: ctx.now() }
      const fresh = await tx
        .insert(slackEvents)
        .values(row)
        .onConflictDoNothing()
        .returning({ id: slackEvents.id })
      if (fresh.length > 0) await ctx.jobs.enqueue(tx, [{ job: 'slack-event', payload: { workspace, id } }])
    })
    return 'kept'
  }
}

/** The worker's side: hand the kept body to the listeners, then forget it. */
export function keptEventJob(app: () => KeepingApp): Job {
  return defineJob({
    name: 'slack-event',
    payload: z.object({ workspace: z.string(), id: z.string() }),
    run: async (ctx, { workspace, id }) => {
      const row = and(eq(slackEvents.workspace, workspace), eq(slackEvents.id, id))
      const [kept] = await ctx.db.select({ body: slackEvents.body }).from(slackEvents).where(row)
      if (!kept?.body) return
      await app().replay(kept.body)
      await ctx.db.update(slackEvents).set({ body: null, handled: ctx.now() }).where(row)
    },
  })
}
