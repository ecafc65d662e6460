import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../db/database.ts'
import type { Person, PersonId } from './people.ts'
import type { Group } from './roles.ts'
import { directorySyncs, groups, people } from './tables.ts'

/** Brings these people up to date. @returns whether anything differed. */
export async function keepPeople(
  db: Database | Transaction,
  workspace: string,
  persons: readonly Person[],
): Promise<boolean> {
  if (persons.length === 0) return false
  const changed = await db
    .insert(people)
    .values(persons.map((person) => ({ ...person, workspace })))
    .onConflictDoUpdate({
      target: [people.workspace, people.id],
      set: {
        name: sql`excluded.name`,
        email: sql`excluded.email`,
        zone: sql`excluded.zone`,
        guest: sql`excluded.guest`,
        deleted: sql`excluded.deleted`,
        admin: sql`excluded.admin`,
      },
      setWhere: sql`${people}.* is distinct from excluded.*`,
    })
    .returning({ id: people.id })
  return changed.length > 0
}

/** Somebody has left. @returns whether that was not known. */
export async function keepLeft(tx: Transaction, workspace: string, person: PersonId): Promise<boolean> {
  const left = await tx
    .update(people)
    .set({ deleted: true })
    .where(and(eq(people.workspace, workspace), eq(people.id, person), eq(people.deleted, false)))
    .returning({ id: people.id })
  return left.length > 0
}

/** The user groups that there are now, and no others. */
export async function keepAllGroups(
  tx: Transaction,
  workspace: string,
  all: readonly Group[],
): Promise<void> {
  for (const group of all) await keepGroup(tx, workspace, group)
  const gone = notInArray(
    groups.id,
    all.map(({ id }) => id),
  )
  await tx.delete(groups).where(and(eq(groups.workspace, workspace), gone))
}

/** One user group; its members stay as they are known when none are told. */
export async function keepGroup(
  tx: Transaction,
  workspace: string,
  { members, ...group }: Omit<Group, 'members'> & { readonly members: readonly string[] | undefined },
): Promise<void> {
  const told = members && { members: [...members] }
  await tx
    .insert(groups)
    .values({ workspace, members: [], ...group, ...told })
    .onConflictDoUpdate({ target: [groups.workspace, groups.id], set: { handle: group.handle, ...told } })
}

export async function dropGroup(tx: Transaction, workspace: string, id: string): Promise<void> {
  await tx.delete(groups).where(and(eq(groups.workspace, workspace), eq(groups.id, id)))
}

/** Members who came and went. A group that is not known yet comes whole with the next sweep. */
export async function changeMembers(
  tx: Transaction,
  workspace: string,
  {
    id,
    added,
    removed,
  }: { readonly id: string; readonly added: readonly string[]; readonly removed: readonly string[] },
): Promise<void> {
  const it = and(eq(groups.workspace, workspace), eq(groups.id, id))
  const [group] = await tx.select().from(groups).where(it).for('update')
  if (!group) return
  const stayed = group.members.filter((member) => !removed.includes(member))
  await tx
    .update(groups)
    .set({ members: [...new Set([...stayed, ...added])] })
    .where(it)
}

/** When the whole directory was last read to its end, and when a sweep was last begun; null for never. */
export interface Sweep {
  readonly at: Date | null
  readonly begun: Date | null
}

export async function lastSweep(db: Database, workspace: string): Promise<Sweep> {
  const [last] = await db
    .select({ at: directorySyncs.at, begun: directorySyncs.begun })
    .from(directorySyncs)
    .where(eq(directorySyncs.workspace, workspace))
  return last ?? { at: null, begun: null }
}

export async function keepSweep(tx: Transaction, workspace: string, sweep: Partial<Sweep>): Promise<void> {
  await tx
    .insert(directorySyncs)
    .values({ workspace, ...sweep })
    .onConflictDoUpdate({ target: directorySyncs.workspace, set: sweep })
}
