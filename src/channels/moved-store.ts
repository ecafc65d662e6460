import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { isAmong } from '../db/among.ts'
import type { Transaction } from '../db/database.ts'
import { lockReleases } from '../releases/store.ts'
import { releases } from '../releases/tables.ts'
import { surfaces } from '../surfaces/tables.ts'
import { ballots } from '../votes/tables.ts'
import { channels, homeChannels } from './tables.ts'

export interface Moved {
  readonly workspace: string
  readonly from: string
  readonly to: string
}

/**
 * A channel is the same by another id: everything that names it follows, also what was let go because the former id
 * led nowhere. @returns the owners of its messages, which are drawn again.
 */
export async function keepMoved(tx: Transaction, { workspace, from, to }: Moved): Promise<string[]> {
  const strayed = or(isNull(surfaces.letGo), eq(surfaces.letGo, 'channel_not_found'))
  const here = and(eq(surfaces.workspace, workspace), eq(surfaces.channel, from), strayed)
  const shown = await tx.selectDistinct({ owner: surfaces.release }).from(surfaces).where(here)
  const owners = shown.map(({ owner }) => owner).sort()
  await lockReleases(tx, and(eq(releases.workspace, workspace), isAmong(releases.id, owners)))
  const wanted = sql`${surfaces.wanted} + 1`
  await tx.update(surfaces).set({ channel: to, letGo: null, wanted }).where(here)
  await tx
    .update(channels)
    .set({ channel: to })
    .where(and(eq(channels.workspace, workspace), eq(channels.channel, from)))
  await tx
    .update(homeChannels)
    .set({ channel: to })
    .where(and(eq(homeChannels.workspace, workspace), eq(homeChannels.channel, from)))
  await tx
    .update(ballots)
    .set({ channel: to })
    .where(and(eq(ballots.workspace, workspace), eq(ballots.channel, from)))
  return owners
}
