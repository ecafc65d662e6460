import { and, eq, isNotNull, notInArray, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../db/database.ts'
import type { PersonId } from '../people/people.ts'
import { people } from '../people/tables.ts'
import { products } from '../products/tables.ts'
import { releases } from '../releases/tables.ts'
import type { Found } from './home-away.ts'
import { homeChannels } from './tables.ts'

export type HomeChannel = typeof homeChannels.$inferSelect

export async function homeNamed(
  db: Database,
  workspace: string,
  name: string,
): Promise<HomeChannel | undefined> {
  const [row] = await db
    .select()
    .from(homeChannels)
    .where(and(eq(homeChannels.workspace, workspace), eq(homeChannels.name, name)))
  return row
}

export const homesAway = (db: Database, workspace: string): Promise<HomeChannel[]> =>
  db
    .select()
    .from(homeChannels)
    .where(and(eq(homeChannels.workspace, workspace), isNotNull(homeChannels.away)))

/** Notes where a home channel was found, or why not. @returns whether that is news, to one of many who note it. */
export async function noteHome(
  tx: Transaction,
  workspace: string,
  name: string,
  { channel, away }: Found,
  at: Date,
): Promise<boolean> {
  const changed = await tx
    .insert(homeChannels)
    .values({ workspace, name, channel, away, since: at, checked: at })
    .onConflictDoUpdate({
      target: [homeChannels.workspace, homeChannels.name],
      set: { away, since: at, ...(channel && { channel }) },
      setWhere: sql`${homeChannels.away} is distinct from ${away} or ${homeChannels.channel} <> ${channel}`,
    })
    .returning({ name: homeChannels.name })
  return changed.length > 0
}

export const noteLooked = (tx: Transaction, workspace: string, name: string, checked: Date) =>
  tx
    .update(homeChannels)
    .set({ checked })
    .where(and(eq(homeChannels.workspace, workspace), eq(homeChannels.name, name)))

/** Whom it concerns: who runs a release that this channel hears of; when there is none, the admins. */
export async function whomHomeConcerns(
  tx: Transaction,
  workspace: string,
  name: string,
  settingsAdmins: readonly PersonId[],
): Promise<PersonId[]> {
  const open = await tx
    .select({ manager: releases.manager, deputy: releases.deputy })
    .from(releases)
    .innerJoin(products, and(eq(products.workspace, workspace), eq(products.name, releases.product)))
    .where(
      and(
        eq(releases.workspace, workspace),
        notInArray(releases.state, ['closed', 'cancelled']),
        sql`${products.definition}->>'channel' = ${name}`,
      ),
    )
  const active = await activePeople(tx, workspace)
  const runners = open.flatMap(
    ({ manager, deputy }) => [manager, deputy].find((id) => id && active.has(id)) ?? [],
  )
  const admins = [...active].filter(([id, admin]) => admin || settingsAdmins.includes(id)).map(([id]) => id)
  return [...new Set(runners.length > 0 ? runners : admins)]
}

async function activePeople(tx: Transaction, workspace: string): Promise<ReadonlyMap<PersonId, boolean>> {
  const rows = await tx
    .select({ id: people.id, admin: people.admin })
    .from(people)
    .where(and(eq(people.workspace, workspace), eq(people.deleted, false), eq(people.guest, false)))
  return new Map(rows.map(({ id, admin }) => [id, admin]))
}
