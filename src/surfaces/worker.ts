import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import type { ReleaseRef } from '../feature.ts'
import { defineJob } from '../jobs/job.ts'
import { type Read, readRelease } from '../releases/meant.ts'
import type { Message } from '../slack/blocks.ts'
import { postponed } from '../slack/client.ts'
import { placeOf, urlOf } from './place.ts'
import { caughtUp, post, redraw } from './post.ts'
import { behind, keptSurfaces, type SurfaceRow } from './store.ts'
import type { Surface } from './surface.ts'

/**
 * Draws every message of one release that has fallen behind. One job per release and not per card: the release is
 * read once, and a card that cannot be drawn now does not hold up the others.
 */
export const drawJob = defineJob({
  name: 'draw',
  payload: z.object({ workspace: z.string(), release: z.string() }),
  key: ({ release }) => `draw:${release}`,
  run: async (ctx, { workspace, release }) => drawAll(ctx, { workspace, id: release }),
})

async function drawAll(ctx: Ctx, ref: ReleaseRef) {
  const kinds = new Map(ctx.features.flatMap((feature) => feature.surfaces ?? []).map((s) => [s.kind, s]))
  const read = ref.id === '' ? null : await readRelease(ctx, ref)
  const failures: unknown[] = []
  for (const id of await inOrder(ctx, ref, kinds)) {
    // Read again for each: a card posted a moment ago is what a reply in its thread waits for.
    const rows = await ctx.db.transaction((tx) => keptSurfaces(tx, ref))
    const row = upTo(
      read,
      rows.find((one) => one.id === id),
    )
    const surface = row && kinds.get(row.kind)
    if (!row || !surface || row.drawn >= row.wanted) continue
    await drawOne(ctx, { row, surface, rows, read }).catch((error) => failures.push(postponed(error)))
  }
  if (failures.length > 0) throw failures[0]
}

/** The row as far as the state that was read can bring it: a change that came since has a job of its own. */
function upTo(read: Read | null, row: SurfaceRow | undefined) {
  return row && read ? { ...row, wanted: Math.min(row.wanted, read.release.revision) } : row
}

/** Cards before what stands in their threads, then by what Slack's budget is for. */
async function inOrder(ctx: Ctx, ref: ReleaseRef, kinds: ReadonlyMap<string, Surface>): Promise<string[]> {
  const rows = await ctx.db.transaction((tx) => keptSurfaces(tx, ref))
  const rank = ({ kind }: SurfaceRow) => {
    const surface = kinds.get(kind)
    return (surface?.place.in === 'thread' ? 100 : 0) + (surface?.priority ?? 50)
  }
  return rows
    .filter((row) => row.wanted > row.drawn)
    .sort((a, b) => rank(a) - rank(b))
    .map((row) => row.id)
}

interface One {
  readonly row: SurfaceRow
  readonly surface: Surface
  readonly rows: readonly SurfaceRow[]
  readonly read: Read | null
}

async function drawOne(ctx: Ctx, one: One) {
  const drawing = await drawn(ctx, one)
  if (!drawing) return caughtUp(ctx, one.row)
  const fingerprint = createHash('sha256').update(JSON.stringify(drawing)).digest('base64url')
  if (one.row.ts) return redraw(ctx, one.row, one.surface, drawing, fingerprint)
  const place = await placeOf(ctx, one)
  if (place) await post(ctx, one.row, one.surface, place, drawing, fingerprint)
}

async function drawn(ctx: Ctx, { row, surface, rows, read }: One): Promise<Message | null> {
  if ('compose' in surface) return surface.compose(ctx, row)
  if (!read) return null
  const posted = (kind: string, key?: string) => {
    const there = rows.filter(
      (other) => other.kind === kind && other.ts && (key === undefined || other.key === key),
    )
    return urlOf(ctx, there.at(-1))
  }
  return surface.draw({
    ...read,
    key: row.key,
    person: row.person,
    params: row.params,
    now: ctx.now(),
    posted,
  })
}

/** Enqueues whatever has fallen behind, so that no lost job matters. */
export async function sweep(ctx: Ctx) {
  await ctx.db.transaction(async (tx) => {
    const owners = await behind(tx, ctx.workspace)
    await ctx.jobs.enqueue(
      tx,
      owners.map((release) => ({ job: 'draw', payload: { workspace: ctx.workspace, release } })),
    )
  })
}
