import type { OfNone } from '../surfaces/surface.ts'
import { awayParams } from './contract.ts'
import { homeNamed } from './home-channel-store.ts'
import { drawAway, drawBack, drawOtherwise } from './home-channel-view.ts'

/** To those whom it concerns: a home channel cannot be posted to, and what helps; settled once it can. */
export const awayNotice: OfNone = {
  kind: 'home-channel-away',
  place: { in: 'direct message' },
  priority: 3,
  compose: async ({ db }, { workspace, params }) => {
    const { name, away, since } = awayParams.parse(params)
    const kept = await homeNamed(db, workspace, name)
    if (kept && kept.away === null) return drawBack(name)
    return kept?.since.toISOString() === since ? drawAway(name, away) : drawOtherwise(name)
  },
}
