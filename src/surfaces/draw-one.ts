import { createHash } from 'node:crypto'
import { homeChannel } from '../channels/home-channel.ts'
import type { Ctx } from '../ctx.ts'
import type { Read } from '../releases/meant.ts'
import type { Message } from '../slack/blocks.ts'
import { homeNameOf, placeOf, type Standing, urlOf } from './place.ts'
import { looksAsPosted, post, redraw } from './post.ts'
import { isThereAgain, refused } from './refused.ts'
import type { SurfaceRow } from './store.ts'
import type { Surface } from './surface.ts'

export interface One {
  readonly row: SurfaceRow
  readonly surface: Surface
  /** All surfaces of its release, as they are posted by now. */
  readonly rows: readonly SurfaceRow[]
  readonly read: Read | null
}

/**
 * Brings one message up to date.
 * @returns `same` when there was nothing to send, which is left to note; `waits` when its place is not there yet.
 */
export async function drawOne(ctx: Ctx, one: One): Promise<'same' | 'waits' | 'edited' | 'posted'> {
  const { row, surface } = one
  if (row.ts && surface.once) return 'same'
  const drawing = await drawn(ctx, one)
  if (!drawing) return 'same'
  const fingerprint = createHash('sha256').update(JSON.stringify(drawing)).digest('base64url')
  if (looksAsPosted(row, surface, fingerprint)) return 'same'
  const home = homeNameOf(ctx, one)
  if (home && !(await homeChannel(ctx, home))) return 'waits'
  const no = (place: Standing | null) => (error: unknown) => refused(ctx, one, place, error)
  const there = (by: 'edit' | 'post') => () => isThereAgain(ctx, one, by)
  if (row.ts) {
    await redraw(ctx, row, surface, drawing, fingerprint).then(there('edit'), no(null))
    return 'edited'
  }
  const place = await placeOf(ctx, one).catch(no(null))
  if (!place) return 'waits'
  await post(ctx, row, surface, place, drawing, fingerprint).then(there('post'), no(place))
  return 'posted'
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
