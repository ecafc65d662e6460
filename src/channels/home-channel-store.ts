import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../db/database.ts'
import type { PersonId } from '../people/people.ts'
import { isActive, whoRuns } from '../people/permissions.ts'
import { peopleById } from '../people/store.ts'
import { products } from '../products/tables.ts'
import { isInFlight } from '../releases/store.ts'
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
    .where(and(isInFlight(workspace), sql`${products.definition}->>'channel' = ${name}`))
  const runners = open.flatMap(({ manager, deputy }) => [manager, ...(deputy ? [deputy] : [])])
  const { people, admins } = await peopleById(tx, workspace, [...runners, ...settingsAdmins])
  const running = open.flatMap((release) => whoRuns(release, { people }) ?? [])
  const instead = [...admins, ...settingsAdmins].filter((id) => isActive(people.get(id)))
  return [...new Set(running.length > 0 ? running : instead)]
}
