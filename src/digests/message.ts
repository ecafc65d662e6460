import type { OfNone } from '../surfaces/surface.ts'
import { morningOf } from '../time/mornings.ts'
import { addWorkingDays } from '../time/wall.ts'
import { digestParams } from './contract.ts'
import { digestOf, isEmpty } from './digest.ts'
import { productsByChannel, releasesSince } from './store.ts'
import { drawDigest } from './views.ts'

/** The daily digest: one per channel and date, nothing when there is nothing, never changed. */
export const digestMessage: OfNone = {
  kind: 'digest',
  place: { in: 'named channel' },
  priority: 4,
  once: true,
  compose: async (ctx, { workspace, params }) => {
    const { channel, zone, date } = digestParams.parse(params)
    const products = (await productsByChannel(ctx.db, workspace)).get(channel) ?? []
    const now = ctx.now()
    const since = addWorkingDays(morningOf(date, zone), -1, zone)
    const names = products.map(({ name }) => name)
    const digest = digestOf(await releasesSince(ctx, workspace, names, since), { since, now })
    return isEmpty(digest) ? null : drawDigest(digest, now, zone)
  },
}
