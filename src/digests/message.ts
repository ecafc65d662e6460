import type { OfNone } from '../surfaces/surface.ts'
import { dateIn } from '../time/mornings.ts'
import { digestParams } from './contract.ts'
import { digestOf, hasNews, sinceWhen } from './digest.ts'
import { lastTold, productsByChannel, releasesSince } from './store.ts'
import { drawDigest } from './views.ts'

const kind = 'digest'

/** The daily digest: one per channel and date, on that date; nothing when there is nothing new, never changed. */
export const digestMessage: OfNone = {
  kind,
  place: { in: 'named channel' },
  priority: 4,
  once: true,
  compose: async (ctx, { workspace, params }) => {
    const { channel, zone, date } = digestParams.parse(params)
    const products = (await productsByChannel(ctx.db, workspace)).get(channel) ?? []
    const now = ctx.now()
    if (dateIn(now, zone) !== date) return null
    const since = sinceWhen(await lastTold(ctx.db, workspace, { kind, channel, before: date }), date, zone)
    const names = products.map(({ name }) => name)
    const digest = digestOf(await releasesSince(ctx, workspace, names, since), { since, now })
    return hasNews(digest, { since, now }) ? drawDigest(digest, now, zone) : null
  },
}
