import { randomBytes } from 'node:crypto'
import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { isAmong } from '../db/among.ts'
import type { Database, Transaction } from '../db/database.ts'
import type { Post, ReleaseRef } from '../feature.ts'
import type { PersonId } from '../people/people.ts'
import { isInFlight, lockReleases } from '../releases/store.ts'
import { surfaces } from './tables.ts'

export type SurfaceRow = typeof surfaces.$inferSelect

/** After a change: every live surface of the release may look different, and these shall exist besides. */
export async function wantSurfaces(tx: Transaction, release: ReleaseRef, posts: readonly Post[]) {
  for (const { post, insteadOf = [] } of posts)
    if (insteadOf.length > 0) await letGoReplaced(tx, release, post, insteadOf)
  await tx
    .update(surfaces)
    .set(oneMore)
    .where(and(ofRelease(release), isNull(surfaces.letGo)))
  await insertPosts(tx, release, posts)
}

/** Posts that belong to no release, such as a digest. */
export const wantPosts = (tx: Transaction, workspace: string, posts: readonly Post[]) =>
  insertPosts(tx, { workspace, id: '' }, posts)

/**
 * Everything about releases in flight may look different: a name changed, or who fills a role.
 * @returns the releases.
 */
export async function wantInFlight(tx: Transaction, workspace: string): Promise<string[]> {
  const ids = await lockReleases(tx, isInFlight(workspace))
  const touched = await tx
    .update(surfaces)
    .set(oneMore)
    .where(and(eq(surfaces.workspace, workspace), isAmong(surfaces.release, ids), isNull(surfaces.letGo)))
    .returning({ release: surfaces.release })
  return [...new Set(touched.map(({ release }) => release))].sort()
}

/** Those of these people to whom posts of this kind were made that are still kept. */
export async function whoHas(
  tx: Transaction,
  workspace: string,
  kind: string,
  people: readonly PersonId[],
): Promise<PersonId[]> {
  if (people.length === 0) return []
  const posts = await tx
    .selectDistinct({ person: surfaces.person })
    .from(surfaces)
    .where(and(postsOf(workspace, kind), isAmong(surfaces.person, people)))
  return posts.flatMap(({ person }) => person ?? [])
}

/** These people's posts of this kind may look different. @returns whether there are any. */
export async function wantRedrawn(
  tx: Transaction,
  workspace: string,
  kind: string,
  people: readonly PersonId[],
): Promise<boolean> {
  const touched = await tx
    .update(surfaces)
    .set(oneMore)
    .where(and(postsOf(workspace, kind), inArray(surfaces.person, [...people])))
    .returning({ id: surfaces.id })
  return touched.length > 0
}

/** All posts of this kind may look different. */
export const wantKind = (tx: Transaction, workspace: string, kind: string) =>
  tx.update(surfaces).set(oneMore).where(postsOf(workspace, kind))

/** Lets go of posts that are past: those of this kind whose key, which begins with its date, comes before this. */
export const letGoBefore = (tx: Transaction, workspace: string, kind: string, key: string) =>
  tx
    .update(surfaces)
    .set({ letGo: 'past' })
    .where(and(postsOf(workspace, kind), lt(surfaces.key, key)))

const letGoReplaced = (tx: Transaction, release: ReleaseRef, kind: string, keys: readonly string[]) =>
  tx
    .update(surfaces)
    .set({ letGo: 'a newer one tells it' })
    .where(
      and(ofRelease(release), eq(surfaces.kind, kind), isAmong(surfaces.key, keys), isNull(surfaces.letGo)),
    )

const postsOf = (workspace: string, kind: string) =>
  and(ofRelease({ workspace, id: '' }), eq(surfaces.kind, kind), isNull(surfaces.letGo))

const oneMore = { wanted: sql`${surfaces.wanted} + 1` }

async function insertPosts(tx: Transaction, ref: ReleaseRef, posts: readonly Post[]) {
  if (posts.length === 0) return
  const rows = posts.map(({ post, key, person, params }) => ({
    workspace: ref.workspace,
    id: randomBytes(9).toString('base64url'),
    release: ref.id,
    kind: post,
    key,
    person: person ?? null,
    params: params ?? {},
    wanted: 1,
    drawn: 0,
  }))
  await tx.insert(surfaces).values(rows).onConflictDoNothing()
}

/** All surfaces of one owner that are still kept, the newest message last; the empty id means those of no release. */
export async function keptSurfaces(tx: Database | Transaction, ref: ReleaseRef): Promise<SurfaceRow[]> {
  const kept = await tx
    .select()
    .from(surfaces)
    .where(and(ofRelease(ref), isNull(surfaces.letGo)))
  return kept.toSorted(byPlace)
}

const { compare } = new Intl.Collator('en', { numeric: true })

/** Older messages before newer ones; what was not posted yet by its key, in which numbers count: step 2 before step 10. */
export const byPlace = (a: Placed, b: Placed): number =>
  compare(a.ts ?? '', b.ts ?? '') || compare(a.kind, b.kind) || compare(a.key, b.key)

type Placed = Pick<SurfaceRow, 'ts' | 'kind' | 'key'>

/** Notes that these are drawn as they were wanted. Rows that a change holds are left to the drawing after it. */
export async function caughtUp(db: Database, workspace: string, rows: readonly SurfaceRow[]): Promise<void> {
  if (rows.length === 0) return
  const [ids, wanted] = [rows.map(({ id }) => id), rows.map((row) => row.wanted)]
  const same = sql`(
    select ${surfaces.id}, noted.wanted
    from unnest(${sql.param(ids)}::text[], ${sql.param(wanted)}::int[]) as noted (id, wanted)
    join ${surfaces} on ${surfaces.workspace} = ${workspace} and ${surfaces.id} = noted.id
    for update of ${surfaces} skip locked) as same`
  await db
    .update(surfaces)
    .set({ drawn: sql`same.wanted` })
    .from(same)
    .where(and(eq(surfaces.workspace, workspace), sql`${surfaces.id} = same.id`))
}

const ofRelease = ({ workspace, id }: ReleaseRef) =>
  and(eq(surfaces.workspace, workspace), eq(surfaces.release, id))

/** Owners whose surfaces have not caught up: what a sweep enqueues again, so that no lost job matters. */
export async function behind(tx: Transaction, workspace: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ release: surfaces.release })
    .from(surfaces)
    .where(
      and(
        eq(surfaces.workspace, workspace),
        isNull(surfaces.letGo),
        sql`${surfaces.wanted} > ${surfaces.drawn}`,
      ),
    )
  return rows.map((row) => row.release).sort()
}
