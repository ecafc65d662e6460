import { z } from 'zod'
import { homeChannel } from '../channels/home-channel.ts'
import type { Ctx } from '../ctx.ts'
import type { Read } from '../releases/meant.ts'
import type { Priority } from '../slack/budget.ts'
import { permalinkOf } from '../slack/hear-shortcuts.ts'
import type { SurfaceRow } from './store.ts'
import type { Surface } from './surface.ts'

export interface Standing {
  readonly channel: string
  readonly thread: string | null
  /** The surface above it in the thread. */
  readonly under: SurfaceRow | null
}

/** Where a surface is to be posted; null while that place does not exist yet. */
export async function placeOf(
  ctx: Ctx,
  {
    row,
    surface,
    rows,
    read,
  }: { row: SurfaceRow; surface: Surface; rows: readonly SurfaceRow[]; read: Read | null },
): Promise<Standing | null> {
  switch (surface.place.in) {
    case 'channel':
      return top(read?.release.channel?.id)
    case 'home channel':
    case 'named channel': {
      const name = homeNameOf(ctx, { row, surface, read })
      return top(name && (await homeChannel(ctx, name)))
    }
    case 'direct message':
      return top(row.person && (await directMessages(ctx, row.person, surface.priority)))
    case 'thread': {
      const { under, sameKey } = surface.place
      const parent = rows
        .filter((other) => other.kind === under && other.ts && (!sameKey || other.key === row.key))
        .at(-1)
      return parent?.channel ? { channel: parent.channel, thread: parent.ts, under: parent } : null
    }
  }
}

/** The name of the home channel in which it stands, itself or as a reply; null for what stands elsewhere. */
export function homeNameOf(
  ctx: Ctx,
  { row, surface, read }: { row: SurfaceRow; surface: Surface; read: Read | null },
): string | null {
  switch (surface.place.in) {
    case 'home channel':
      return read?.facts.product.channel ?? null
    case 'named channel':
      return z.object({ channel: z.string() }).parse(row.params).channel
    case 'thread': {
      const parent = surfaceOf(ctx, surface.place.under)
      return parent ? homeNameOf(ctx, { row, surface: parent, read }) : null
    }
    default:
      return null
  }
}

const surfaceOf = ({ features }: Ctx, kind: string) =>
  features.flatMap((feature) => feature.surfaces ?? []).find((surface) => surface.kind === kind)

const top = (channel: string | null | undefined) => (channel ? { channel, thread: null, under: null } : null)

async function directMessages(ctx: Ctx, person: string, priority: Priority): Promise<string | null> {
  await ctx.budget.take('conversations.open', '', priority)
  const { channel } = await ctx.slack.web.conversations.open({ users: person })
  return channel?.id ?? null
}

export const urlOf = (ctx: Ctx, row: SurfaceRow | undefined) =>
  row?.channel && row.ts ? permalinkOf(ctx, row.channel, row.ts) : null
