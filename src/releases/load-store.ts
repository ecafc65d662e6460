import { and, eq, type SQL, sql } from 'drizzle-orm'
import { channels } from '../channels/tables.ts'
import type { Ctx } from '../ctx.ts'
import { isAmong } from '../db/among.ts'
import type { Database, Transaction } from '../db/database.ts'
import { type Decoded, type Piece, together } from '../db/pieces.ts'
import { rowOf } from '../db/rows.ts'
import type { Feature, ReleaseRef } from '../feature.ts'
import { modelOfRelease } from '../models/store.ts'
import { everyoneNamed, holdersOf } from '../people/holders.ts'
import type { PersonId } from '../people/people.ts'
import { directoryOf, namedByProduct, peopleAround, peopleById } from '../people/store.ts'
import { productOfRelease } from '../products/store.ts'
import { previousRevisions } from '../scope/store.ts'
import { workedOnce } from '../worked-once.ts'
import type { Facts, Known, Release } from './release.ts'
import { releases } from './tables.ts'

/** What is read of elsewhere in the same statement. */
const elsewhere = together({
  model: modelOfRelease,
  product: productOfRelease,
  named: namedByProduct,
  around: peopleAround,
  previous: previousRevisions,
})

interface Loaded {
  readonly release: Release
  readonly elsewhere: Decoded<typeof elsewhere>
}

/** Loads a release for a change: whoever wants to change it too waits until this transaction ends. */
export async function loadLocked(
  tx: Transaction,
  ctx: Pick<Ctx, 'features' | 'admins'>,
  { workspace, id }: ReleaseRef,
  actor: PersonId | null,
): Promise<Known | null> {
  // A statement that waits for a lock goes on with what it saw before in every other table, so the lock comes first.
  const lock = tx
    .select({ id: releases.id })
    .from(releases)
    .where(and(eq(releases.workspace, workspace), eq(releases.id, id)))
    .for('update')
    .execute()
  // Sent behind it without waiting for the answer; a connection carries out one after the other.
  const [, [known]] = await Promise.all([lock, loadAll(tx, ctx, workspace, [id], actor)])
  return known ?? null
}

/** One release with every feature's part; null when there is none. */
export async function loadRelease(
  tx: Database | Transaction,
  features: readonly Feature[],
  ref: ReleaseRef,
): Promise<Release | null> {
  const [loaded] = await load(tx, features, ref.workspace, eq(releases.id, ref.id))
  return loaded?.release ?? null
}

/** These releases with their facts, in the order given, in one statement or two however many they are. */
export async function loadAll(
  tx: Database | Transaction,
  { features, admins }: Pick<Ctx, 'features' | 'admins'>,
  workspace: string,
  ids: readonly string[],
  actor: PersonId | null = null,
): Promise<Known[]> {
  if (ids.length === 0) return []
  const loaded = await load(tx, features, workspace, isAmong(releases.id, ids))
  const known = await withFacts(tx, admins, workspace, loaded, actor)
  const byId = new Map(known.map((one) => [one.release.id, one]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The release whose channel this is, with its facts. */
export async function loadOfChannel(
  { db, features, admins }: Pick<Ctx, 'db' | 'features' | 'admins'>,
  workspace: string,
  channel: string,
  actor: PersonId,
): Promise<Known | null> {
  const whole = wholeOf(features)
  const rows = await whole.ofChannel(db).execute({ workspace, channel })
  const loaded = rows.map(({ json }) => whole.decode(json))
  const [known] = await withFacts(db, admins, workspace, loaded, actor)
  return known ?? null
}

async function withFacts(
  tx: Database | Transaction,
  admins: readonly PersonId[],
  workspace: string,
  loaded: readonly Loaded[],
  actor: PersonId | null,
): Promise<Known[]> {
  const directory = await everyoneIn(tx, workspace, loaded, actor)
  return loaded.map((one) => ({ release: one.release, facts: factsOf(one, directory, admins) }))
}

/** Who was not read with the releases, such as somebody who filled a role before, takes one more statement. */
async function everyoneIn(
  tx: Database | Transaction,
  workspace: string,
  loaded: readonly Loaded[],
  actor: PersonId | null,
) {
  const around = directoryOf(loaded.flatMap(({ elsewhere }) => elsewhere.around))
  const named = loaded.flatMap(({ release, elsewhere }) => [
    ...idsIn(release),
    ...everyoneNamed(elsewhere.named),
  ])
  const others = [...named, ...(actor ? [actor] : [])].filter((id) => !around.people.has(id))
  if (others.length === 0) return around
  const { people, admins } = await peopleById(tx, workspace, others)
  return { people: new Map([...around.people, ...people]), admins }
}

async function load(
  tx: Database | Transaction,
  features: readonly Feature[],
  workspace: string,
  which: SQL,
): Promise<Loaded[]> {
  const whole = wholeOf(features)
  const rows = await tx
    .select({ json: sql.raw(whole.json) })
    .from(releases)
    .where(and(eq(releases.workspace, workspace), which))
  return rows.map(({ json }) => whole.decode(json))
}

/** Written once for each composition: which tables there are does not change while it runs. */
const wholeOf = workedOnce((features: readonly Feature[]) => {
  const whole = together({ release: releaseOf(features), elsewhere })
  return { ...whole, ofChannel: workedOnce((db: Database) => prepareOfChannel(db, whole)) }
})

/** `/release status` is what is asked most, and the statement too long to be put together for each. */
function prepareOfChannel(db: Database, { json }: Piece) {
  const [workspace, channel] = [sql.placeholder('workspace'), sql.placeholder('channel')]
  const here = and(eq(channels.workspace, workspace), eq(channels.channel, channel))
  const id = db.select({ id: channels.release }).from(channels).where(here)
  return db
    .select({ json: sql.raw(json) })
    .from(releases)
    .where(and(eq(releases.workspace, workspace), eq(releases.id, id)))
    .prepare('release_of_channel')
}

function releaseOf(features: readonly Feature[]): Piece<Release> {
  const parts = features.flatMap(({ name, part }) => (part ? [{ name, part }] : []))
  const rows = Object.fromEntries(parts.map(({ name, part }) => [name, together(part.rows)]))
  const { json, decode } = together({ head: rowOf(releases), rows: together(rows) })
  return {
    json,
    decode: (read) => {
      const { head, rows } = decode(read)
      // `partOf` tied each name to its rows' type; a list of parts cannot.
      const assembled = parts.map(({ name, part }) => part.assemble(rows[name] as Record<string, never[]>))
      // Every feature has contributed its part, which is what makes this a whole `Release`.
      return Object.assign({}, headOf(head), ...assembled) as Release
    },
  }
}

function headOf(row: typeof releases.$inferSelect) {
  const { model, modelVersion, hold, lastChange, wakes: _, ...head } = row
  return {
    ...head,
    model: { name: model, version: modelVersion },
    hold: hold && { ...hold, since: new Date(hold.since) },
    lastChange: lastChange && { ...lastChange, at: new Date(lastChange.at) },
  }
}

function factsOf(
  { release, elsewhere: { model, product, named, previous } }: Loaded,
  { people, admins }: Awaited<ReturnType<typeof peopleById>>,
  settingsAdmins: readonly PersonId[],
): Facts {
  if (!model || !product) throw new Error(`${release.key}: its product or model is not in the database`)
  const defined = { model, product, people }
  return {
    ...defined,
    ...holdersOf(release, named, defined),
    previous,
    admins: [...admins, ...settingsAdmins],
  }
}

/** Every Slack user id that stands anywhere in a release, or in what happened to it. */
export function idsIn(value: unknown): string[] {
  const found = new Set<string>()
  findIds(value, found)
  return [...found]
}

function findIds(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    if (/^[UW][A-Z0-9]{2,}$/.test(value)) found.add(value)
  } else if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    for (const part of Object.values(value)) findIds(part, found)
  }
}
