import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { TryLater } from '../jobs/job.ts'
import type { PersonId } from '../people/people.ts'
import type { Message } from '../slack/blocks.ts'
import { outcomeUnknown, slackWord } from '../slack/client.ts'
import { pinJob } from './pin.ts'
import { pingedBy } from './pinged.ts'
import type { Standing } from './place.ts'
import { markOf, searched } from './search.ts'
import type { SurfaceRow } from './store.ts'
import type { Surface } from './surface.ts'
import { surfaces } from './tables.ts'

/** Somebody deleted the message; one that has replies leaves a trace behind that nobody can edit. */
const deleted = ['message_not_found', 'cant_update_message', 'cannot_reply_to_message', 'thread_not_found']
const isDeleted = (error: unknown) => deleted.includes(slackWord(error) ?? '')

/**
 * Posts a surface, once. Slack has no idempotency key, so the attempt is written down before it is made; after an
 * unknown outcome the conversation is searched for the message's mark before anything is posted again.
 */
export async function post(
  ctx: Ctx,
  row: SurfaceRow,
  surface: Surface,
  place: Standing,
  drawing: Message,
  fingerprint: string,
) {
  const pinged = pingedBy(row.person, drawing)
  if (row.attempted) {
    const found = await searched(ctx, row, place)
    if (found) {
      await keep(ctx, row, surface, { ...place, ts: found, fingerprint: null, drawn: row.drawn, pinged })
      return redraw(ctx, { ...row, channel: place.channel, ts: found }, surface, drawing, fingerprint)
    }
  }
  await ctx.budget.take('chat.postMessage', place.channel, surface.priority)
  await set(ctx, row, { attempted: ctx.now() })
  try {
    const { ts } = await ctx.slack.web.chat.postMessage({
      channel: place.channel,
      ...drawing,
      ...inThread(place, surface),
      metadata: markOf(row),
      unfurl_links: false,
      unfurl_media: false,
    })
    ctx.meters.drew(row.kind, 'posted')
    await keep(ctx, row, surface, {
      ...place,
      ts: z.string().parse(ts),
      fingerprint,
      drawn: row.wanted,
      pinged,
    })
  } catch (error) {
    if (outcomeUnknown(error)) throw error
    await set(ctx, row, { attempted: null })
    if (place.under && isDeleted(error)) await postAgain(ctx, place.under)
    throw error
  }
}

const inThread = ({ thread }: Standing, { broadcast }: Surface) =>
  thread === null ? {} : { thread_ts: thread, ...(broadcast && { reply_broadcast: true as const }) }

/** Whether there is nothing to edit: it was posted, and for good or looking like this. */
export const looksAsPosted = (row: SurfaceRow, { once }: Surface, fingerprint: string): boolean =>
  row.ts !== null && (once === true || fingerprint === row.fingerprint)

/** Edits a posted surface when it looks different now. An edit notifies nobody. */
export async function redraw(
  ctx: Ctx,
  row: SurfaceRow,
  surface: Surface,
  drawing: Message,
  fingerprint: string,
) {
  if (looksAsPosted(row, surface, fingerprint)) return set(ctx, row, { drawn: row.wanted })
  const { channel, ts } = z.object({ channel: z.string(), ts: z.string() }).parse(row)
  await ctx.budget.take('chat.update', '', surface.priority)
  try {
    await ctx.slack.web.chat.update({ channel, ts, ...drawing })
    ctx.meters.drew(row.kind, 'edited')
    await set(ctx, row, { drawn: row.wanted, fingerprint })
  } catch (error) {
    if (!isDeleted(error)) throw error
    await deletedByHand(ctx, row, surface)
  }
}

/** A card of the channel comes back, because people work with it; a direct message that somebody deleted does not. */
async function deletedByHand(ctx: Ctx, row: SurfaceRow, surface: Surface) {
  if (surface.place.in === 'direct message') return letGo(ctx, row, 'deleted by hand')
  await postAgain(ctx, row)
}

export async function postAgain(ctx: Ctx, row: SurfaceRow) {
  await set(ctx, row, { ts: null, fingerprint: null, attempted: null, drawn: 0 })
  throw new TryLater(1, 'a card was deleted by hand; it is posted again')
}

interface Posted extends Standing {
  readonly ts: string
  readonly fingerprint: string | null
  readonly drawn: number
  readonly pinged: readonly PersonId[]
}

async function keep(
  ctx: Ctx,
  row: SurfaceRow,
  { pinned }: Surface,
  { channel, ts, fingerprint, drawn, pinged }: Posted,
) {
  await ctx.db.transaction(async (tx) => {
    await tx
      .update(surfaces)
      .set({ channel, ts, fingerprint, drawn, pinged: [...pinged], attempted: null })
      .where(byId(row))
    const payload = { workspace: row.workspace, surface: row.id }
    if (pinned) await ctx.jobs.enqueue(tx, [{ job: pinJob.name, payload }])
  })
}

/** It is not kept any more. */
export async function letGo(ctx: Ctx, row: SurfaceRow, why: string): Promise<void> {
  await set(ctx, row, { letGo: why })
}

const byId = (row: SurfaceRow) => and(eq(surfaces.workspace, row.workspace), eq(surfaces.id, row.id))
const set = (ctx: Ctx, row: SurfaceRow, values: Partial<SurfaceRow>) =>
  ctx.db.update(surfaces).set(values).where(byId(row))
