import type { Ctx } from '../ctx.ts'
import type { ReleaseRef } from '../feature.ts'
import { TryLater } from '../jobs/job.ts'
import { leftAmong } from '../people/store.ts'
import { readRelease } from '../releases/meant.ts'
import { OverBudget } from '../slack/budget.ts'
import { postponed } from '../slack/client.ts'
import { drawOne } from './draw-one.ts'
import { letGo } from './post.ts'
import { caughtUp, keptSurfaces, type SurfaceRow } from './store.ts'
import type { Surface } from './surface.ts'

interface Late {
  readonly row: SurfaceRow
  readonly surface: Surface
}

/**
 * Draws every message of one release, or of none, that has fallen behind. One that cannot be drawn now does not hold
 * up the others.
 */
export async function drawAll(ctx: Ctx, ref: ReleaseRef): Promise<void> {
  // What is wanted is noted before the release is read: of a change that comes between, the drawing shows more than
  // is noted, never less.
  let rows = await keptSurfaces(ctx.db, ref)
  const late = fallenBehind(ctx, rows)
  if (late.length === 0) return
  await anyRoom(ctx, late)
  const read = ref.id === '' ? null : await readRelease(ctx, ref)
  const left = await leftAmong(ctx.db, ref.workspace, late.flatMap(personOf))
  const same: SurfaceRow[] = []
  const usedUp = new Set<string>()
  const failures: unknown[] = []
  for (const { row, surface } of late) {
    if (usedUp.has(budgetOf(row, surface))) continue
    try {
      if (row.person && left.has(row.person)) await letGo(ctx, row, 'has left')
      else {
        const came = await drawOne(ctx, { row, surface, rows, read })
        if (came === 'same') same.push(row)
        // A reply in a thread waits for the card that was just posted, and others link to it.
        if (came === 'posted') rows = await keptSurfaces(ctx.db, ref)
      }
    } catch (error) {
      if (error instanceof OverBudget) usedUp.add(budgetOf(row, surface))
      failures.push(postponed(error))
    }
  }
  await caughtUp(ctx.db, ref.workspace, same)
  const [soonest] = failures.toSorted((a, b) => secondsFor(a) - secondsFor(b))
  if (soonest) throw soonest
}

const personOf = ({ row }: Late) => row.person ?? []
const secondsFor = (failure: unknown) => (failure instanceof TryLater ? failure.seconds : 0)

/** Cards before what stands in their threads and what links to them, then by what Slack's budget is for. */
function fallenBehind({ features }: Ctx, rows: readonly SurfaceRow[]): Late[] {
  const kinds = new Map(features.flatMap((feature) => feature.surfaces ?? []).map((s) => [s.kind, s]))
  const afterCards: Partial<Record<Surface['place']['in'], number>> = { thread: 100, 'direct message': 0.5 }
  const rank = ({ surface: { place, priority } }: Late) => (afterCards[place.in] ?? 0) + priority
  return rows
    .flatMap((row) => {
      const surface = kinds.get(row.kind)
      return surface && row.wanted > row.drawn ? [{ row, surface }] : []
    })
    .sort((a, b) => rank(a) - rank(b))
}

/**
 * Nothing is read for what could not be sent anyway.
 * @throws TryLater when all that is late would be edits, and there is no room for even the most urgent.
 */
async function anyRoom({ budget }: Ctx, late: readonly Late[]) {
  if (late.some(({ row }) => !row.ts)) return
  const [first] = late.map(({ surface }) => surface.priority).sort()
  if (first) await budget.ask('chat.update', '', first)
}

/** Messages of one budget: what is refused to one is refused to those after it. */
const budgetOf = ({ ts, person }: SurfaceRow, { place, priority }: Surface) =>
  `${ts ? 'edit' : (person ?? place.in)} ${priority}`
