import { readRelease } from '../releases/meant.ts'
import type { Known } from '../releases/release.ts'
import type { OfNone } from '../surfaces/surface.ts'
import { morningParams } from './contract.ts'
import { drawMorning, drawReplaced } from './morning-view.ts'
import { morningLists } from './mornings.ts'
import { hasNewer } from './store.ts'

/** The one message of a person's morning, drawn anew as its things are settled, until the next one is there. */
export const morningMessage: OfNone = {
  kind: 'morning',
  place: { in: 'direct message' },
  priority: 4,
  compose: async (ctx, row) => {
    const { releases, ...morning } = morningParams.parse(row.params)
    if (await hasNewer(ctx.db, row)) return drawReplaced(morning)
    const known: Known[] = []
    for (const id of releases) {
      const read = await readRelease(ctx, { workspace: row.workspace, id })
      if (read) known.push(read)
    }
    const now = ctx.now()
    const lists = morningLists(ctx.features, known, morning, now)
    return drawMorning(lists.get(row.person ?? '') ?? { mine: [], approaching: [] }, morning, now)
  },
}
