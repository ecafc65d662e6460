import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { TryLater } from '../jobs/job.ts'
import { callTimeout } from '../slack/client.ts'
import type { Standing } from './place.ts'
import type { SurfaceRow } from './store.ts'

const margin = 2_000

/** What a posted surface carries, so that it can be found again. */
export const markOf = ({ id }: SurfaceRow) => ({
  event_type: 'shipshape_surface',
  event_payload: { surface: id },
})

const listed = z.looseObject({ messages: z.array(z.unknown()).default([]) })

/**
 * The ts of the message that an earlier attempt posted after all.
 * @throws TryLater while it may still be under way.
 */
export async function searched(ctx: Ctx, row: SurfaceRow, place: Standing): Promise<string | null> {
  const since = row.attempted ?? ctx.now()
  const left = callTimeout + margin - (ctx.now().getTime() - since.getTime())
  if (left > 0) throw new TryLater(Math.ceil(left / 1000), 'a post may still arrive')
  const ours = z.looseObject({
    ts: z.string(),
    metadata: z.looseObject({ event_payload: z.object({ surface: z.literal(row.id) }) }),
  })
  for await (const page of pagesSince(ctx, place, since)) {
    for (const message of listed.parse(page).messages) {
      const found = ours.safeParse(message)
      if (found.success) return found.data.ts
    }
  }
  return null
}

function pagesSince({ slack: { web } }: Ctx, { channel, thread }: Standing, since: Date) {
  // Slack's clock and ours may be a little apart.
  const oldest = String(since.getTime() / 1000 - 60)
  const range = { channel, oldest, include_all_metadata: true, limit: 200 }
  return thread
    ? web.paginate('conversations.replies', { ...range, ts: thread })
    : web.paginate('conversations.history', range)
}
