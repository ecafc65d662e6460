import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import { isAmong } from '../db/among.ts'
import type { Database, Transaction } from '../db/database.ts'
import type { ReleaseRef } from '../feature.ts'
import type { PersonId } from '../people/people.ts'
import { loadAll } from '../releases/load-store.ts'
import type { Known } from '../releases/release.ts'
import { inFlight } from '../releases/store.ts'
import { releases, timeline } from '../releases/tables.ts'
import { reviewActions } from '../reviews/tables.ts'
import { homes } from './tables.ts'

/** Every release in which something can wait: those in flight, soonest first, and closed ones with open actions. */
export async function knownReleases(
  ctx: Pick<Ctx, 'db' | 'features' | 'admins'>,
  workspace: string,
): Promise<Known[]> {
  const refs = await Promise.all([inFlight(ctx.db, workspace), withOpenActions(ctx.db, workspace)])
  return loadAll(
    ctx.db,
    ctx,
    workspace,
    refs.flat().map(({ id }) => id),
  )
}

const withOpenActions = (tx: Database, workspace: string) =>
  tx
    .selectDistinct({ id: releases.id })
    .from(releases)
    .innerJoin(
      reviewActions,
      and(eq(reviewActions.workspace, releases.workspace), eq(reviewActions.release, releases.id)),
    )
    .where(and(eq(releases.workspace, workspace), eq(releases.state, 'closed'), isNull(reviewActions.doneAt)))

const homeOf = (workspace: string, person: PersonId) =>
  and(eq(homes.workspace, workspace), eq(homes.person, person))

/** Remembers that somebody has opened their Home; `blank` when Slack shows nothing there. */
export async function noteOpened(
  tx: Transaction,
  workspace: string,
  person: PersonId,
  { blank }: { readonly blank: boolean },
): Promise<void> {
  await tx.insert(homes).values({ workspace, person }).onConflictDoNothing()
  if (blank) await tx.update(homes).set({ fingerprint: null }).where(homeOf(workspace, person))
}

/** What was published last on somebody's Home; undefined when they never opened it. */
export async function publishedHome(
  db: Database,
  workspace: string,
  person: PersonId,
): Promise<{ readonly fingerprint: string | null } | undefined> {
  const [home] = await db
    .select({ fingerprint: homes.fingerprint })
    .from(homes)
    .where(homeOf(workspace, person))
  return home
}

export const notePublished = (db: Database, workspace: string, person: PersonId, fingerprint: string) =>
  db.update(homes).set({ fingerprint }).where(homeOf(workspace, person))

export const forgetHome = (db: Database, workspace: string, person: PersonId) =>
  db.delete(homes).where(homeOf(workspace, person))

/** Those of these people who have opened their Home, sorted. */
export async function whoHasHome(
  db: Database | Transaction,
  workspace: string,
  people: readonly PersonId[],
): Promise<PersonId[]> {
  if (people.length === 0) return []
  const opened = await db
    .select({ person: homes.person })
    .from(homes)
    .where(and(eq(homes.workspace, workspace), isAmong(homes.person, people)))
    .orderBy(homes.person)
  return opened.map(({ person }) => person)
}

/** Who cancelled a release; null when Shipshape did, or nobody. */
export async function whoCancelled(db: Database, { workspace, id }: ReleaseRef): Promise<PersonId | null> {
  const [cancelled] = await db
    .select({ person: timeline.person })
    .from(timeline)
    .where(
      and(eq(timeline.workspace, workspace), eq(timeline.release, id), eq(timeline.type, 'releaseCancelled')),
    )
  return cancelled?.person ?? null
}
