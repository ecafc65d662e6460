import { createHash } from 'node:crypto'
import { z } from 'zod'
import { homeChannel } from '../channels/home-channel.ts'
import type { Ctx } from '../ctx.ts'
import type { ReleaseRef } from '../feature.ts'
import { defineJob, TryLater } from '../jobs/job.ts'
import { hasLeft } from '../people/store.ts'
import { type Read, readRelease } from '../releases/meant.ts'
import type { Message } from '../slack/blocks.ts'
import { postponed } from '../slack/client.ts'
import { homeNameOf, placeOf, type Standing, urlOf } from './place.ts'
import { caughtUp, letGo, post, redraw } from './post.ts'
import { refused } from './refused.ts'
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
  // What is wanted is noted before the release is read: of a change that comes between, the drawing shows more than
  // is noted, never less.
  const late = await fallenBehind(ctx, ref, kinds)
  const read = ref.id === '' ? null : await readRelease(ctx, ref)
  const failures: unknown[] = []
  for (const { id, wanted, surface } of late) {
    // Read again for each: a card posted a moment ago is what a reply in its thread waits for.
    const rows = await ctx.db.transaction((tx) => keptSurfaces(tx, ref))
    const row = rows.find((one) => one.id === id)
    if (!row) continue
    const one = { row: { ...row, wanted }, surface, rows, read }
    await drawOne(ctx, one).catch((error) => failures.push(postponed(error)))
  }
  const [soonest] = failures.toSorted((a, b) => secondsFor(a) - secondsFor(b))
  if (soonest) throw soonest
}

const secondsFor = (failure: unknown) => (failure instanceof TryLater ? failure.seconds : 0)

/** Cards before what stands in their threads and what links to them, then by what Slack's budget is for. */
async function fallenBehind(ctx: Ctx, ref: ReleaseRef, kinds: ReadonlyMap<string, Surface>) {
  const rows = await ctx.db.transaction((tx) => keptSurfaces(tx, ref))
  const afterCards: Partial<Record<Surface['place']['in'], number>> = { thread: 100, 'direct message': 0.5 }
  const rank = ({ place, priority }: Surface) => (afterCards[place.in] ?? 0) + priority
  return rows
    .flatMap(({ id, kind, wanted, drawn }) => {
      const surface = kinds.get(kind)
      return surface && wanted > drawn ? [{ id, wanted, surface }] : []
    })
    .sort((a, b) => rank(a.surface) - rank(b.surface))
}

interface One {
  readonly row: SurfaceRow
  readonly surface: Surface
  readonly rows: readonly SurfaceRow[]
  readonly read: Read | null
}

async function drawOne(ctx: Ctx, one: One) {
  const { person } = one.row
  if (person && (await hasLeft(ctx.db, ctx.workspace, person))) return letGo(ctx, one.row, 'has left')
  const home = homeNameOf(ctx, one)
  if (home && !(await homeChannel(ctx, home))) return
  const drawing = await drawn(ctx, one)
  if (!drawing) return caughtUp(ctx, one.row)
  const { row, surface } = one
  const fingerprint = createHash('sha256').update(JSON.stringify(drawing)).digest('base64url')
  const no = (place: Standing | null) => (error: unknown) => refused(ctx, one, place, error)
  if (row.ts) return redraw(ctx, row, surface, drawing, fingerprint).catch(no(null))
  const place = await placeOf(ctx, one).catch(no(null))
  if (place) await post(ctx, row, surface, place, drawing, fingerprint).catch(no(place))
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
