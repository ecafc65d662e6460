import { and, eq, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../db/database.ts'
import { partOf, rowsOf } from '../db/rows.ts'
import type { ReleaseRef, Writers } from '../feature.ts'
import { releases } from '../releases/tables.ts'
import type { Shut } from './channels.ts'
import { channels } from './tables.ts'

export const channelsPart = partOf({ channel: rowsOf(channels) }, ({ channel: [row] }) => ({
  channel: row
    ? { id: row.channel, name: row.name, archived: row.archived, shut: shutIn(row.shut, row.shutSince) }
    : null,
}))

const shutIn = (why: Shut | null, since: Date | null) => (why && since ? { why, since } : null)

export const writeChannels: Writers = {
  channelOpened: (tx, ref, { channel, name }) =>
    tx.update(channels).set({ channel, name, attempted: null }).where(of(ref)),
  channelArchived: (tx, ref, { at }) => tx.update(channels).set({ archived: at }).where(of(ref)),
  channelShut: (tx, ref, { why, at }) => tx.update(channels).set({ shut: why, shutSince: at }).where(of(ref)),
  channelReopened: (tx, ref) => tx.update(channels).set({ shut: null, shutSince: null }).where(of(ref)),
}

const of = ({ workspace, id }: ReleaseRef) => and(eq(channels.workspace, workspace), eq(channels.release, id))

/** The provisioning record of a release, made on first sight. */
export async function provisioning(db: Database, ref: ReleaseRef, name: string) {
  await db
    .insert(channels)
    .values({ workspace: ref.workspace, release: ref.id, name, steps: {} })
    .onConflictDoNothing()
  const [row] = await db.select().from(channels).where(of(ref))
  if (!row) throw new Error('the provisioning record was just written')
  return row
}

export const noteProvisioning = (
  db: Database,
  ref: ReleaseRef,
  values: Partial<typeof channels.$inferSelect>,
) => db.update(channels).set(values).where(of(ref))

/** The step that is noted when nothing is left to try. */
export const complete = 'complete'

/** Forgets what Slack refused, so that it is tried again. */
export async function forgetRefusals(db: Database, ref: ReleaseRef) {
  const [row] = await db.select({ steps: channels.steps }).from(channels).where(of(ref))
  const done = Object.entries(row?.steps ?? {}).filter(([step, how]) => how === 'done' && step !== complete)
  await noteProvisioning(db, ref, { steps: Object.fromEntries(done) })
}

/** Releases that people work on and whose channel is not all there: something went wrong, or is under way. */
export async function unprovisioned(tx: Transaction, workspace: string): Promise<string[]> {
  const found = await tx
    .select({ id: releases.id })
    .from(releases)
    .leftJoin(channels, and(eq(channels.workspace, releases.workspace), eq(channels.release, releases.id)))
    .where(
      and(
        eq(releases.workspace, workspace),
        notInArray(releases.state, ['planned', 'closed', 'cancelled']),
        or(isNull(channels.release), sql`not ${channels.steps} ? ${complete}`),
      ),
    )
    .orderBy(releases.id)
  return found.map(({ id }) => id)
}

/** The release that holds this channel. */
export async function holderOf(db: Database, workspace: string, channel: string): Promise<ReleaseRef | null> {
  const [held] = await db
    .select({ workspace: channels.workspace, id: channels.release })
    .from(channels)
    .where(and(eq(channels.workspace, workspace), eq(channels.channel, channel)))
  return held ?? null
}
