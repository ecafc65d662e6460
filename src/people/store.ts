import { and, eq, inArray, sql } from 'drizzle-orm'
import { isAmong } from '../db/among.ts'
import type { Database, Transaction } from '../db/database.ts'
import { piece } from '../db/pieces.ts'
import { rowOf } from '../db/rows.ts'
import { releases } from '../releases/tables.ts'
import type { Named } from './holders.ts'
import type { Person, PersonId } from './people.ts'
import { groups, people, roleHolders } from './tables.ts'

const ofProduct = sql`${roleHolders.workspace} = ${releases.workspace} and ${roleHolders.product} = ${releases.product}`
const isGroup = sql`${groups.workspace} = ${roleHolders.workspace} and ${groups.id} = ${roleHolders.holder}`

/** Whom the release's product names for its roles and for its consumers. */
export const namedByProduct = piece(
  sql`(select coalesce(json_agg(json_build_object('kind', ${roleHolders.kind}, 'role', ${roleHolders.role},
      'holder', ${roleHolders.holder}, 'members', ${groups.members})
      order by ${roleHolders.role}, ${roleHolders.holder}), '[]'::json)
    from ${roleHolders} left join ${groups} on ${isGroup} where ${ofProduct})`,
  (json) => json as readonly Named[],
)

const row = rowOf(people, 'workspace')

/** Nearly everyone whom a release names: who runs it, whom its product names for anything, and every admin. */
export const peopleAround = piece(
  sql`(select coalesce(json_agg(${sql.raw(row.json)}), '[]'::json) from ${people}
    where ${people.workspace} = ${releases.workspace} and (${people.admin} or ${people.id} = any(
      array[${releases.manager}, ${releases.deputy}]
      || array(select ${roleHolders.holder} from ${roleHolders} where ${ofProduct})
      || array(select jsonb_array_elements_text(${groups.members}) from ${roleHolders} join ${groups} on ${isGroup}
        where ${ofProduct}))))`,
  // The statement above builds an array of rows.
  (json) => (json as readonly unknown[]).map(row.decode),
)

/** These people and every admin, from the directory. */
export async function peopleById(tx: Database | Transaction, workspace: string, ids: readonly PersonId[]) {
  const rows = await tx
    .select()
    .from(people)
    .where(
      and(
        eq(people.workspace, workspace),
        sql`(${people.admin} or ${isAmong(people.id, [...new Set(ids)])})`,
      ),
    )
  return directoryOf(rows.map(personOf))
}

const personOf = ({ workspace: _, ...person }: typeof people.$inferSelect): Person => person

/** People as rules look them up. */
export function directoryOf(known: readonly Person[]) {
  const people = new Map(known.map((person) => [person.id, person]))
  const admins = [...people.values()].filter(({ admin, deleted }) => admin && !deleted).map(({ id }) => id)
  return { people, admins }
}

/** The zone in which somebody's dates are meant; UTC for somebody the directory does not know yet. */
export async function zoneOf(db: Database, workspace: string, person: PersonId): Promise<string> {
  const [found] = await db
    .select({ zone: people.zone })
    .from(people)
    .where(and(eq(people.workspace, workspace), eq(people.id, person)))
  return found?.zone ?? 'UTC'
}

/** Those of these people who were deactivated; nobody writes to them. */
export async function leftAmong(
  db: Database,
  workspace: string,
  ids: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  if (ids.length === 0) return new Set()
  const left = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.workspace, workspace), people.deleted, isAmong(people.id, ids)))
  return new Set(left.map(({ id }) => id))
}

/** How these people are called; who is not in the directory is left out. */
export async function namesOf(
  db: Database,
  workspace: string,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.workspace, workspace), inArray(people.id, [...ids])))
  return new Map(found.map(({ id, name }) => [id, name]))
}
