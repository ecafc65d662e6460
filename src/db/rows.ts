import { getTableColumns, getTableName, type InferSelectModel, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

/** The rows of one table that belong to one release, as a piece of the single statement that loads it. */
export interface Rows<T = unknown> {
  readonly table: PgTable
  readonly json: SQL
  readonly decode: (json: unknown) => readonly T[]
}

/**
 * All rows of `table` with the release's workspace and id, ordered by `order`, as one JSON array.
 * The table must have the columns `workspace` and `release`.
 */
export function rowsOf<T extends PgTable>(table: T, ...order: PgColumn[]): Rows<InferSelectModel<T>> {
  const columns = Object.entries(getTableColumns(table))
  const name = quoted(getTableName(table))
  const pairs = columns.map(([key, column]) => `'${key}', ${name}.${quoted(column.name)}`).join(', ')
  const by = order.length === 0 ? '' : ` order by ${order.map((c) => `${name}.${quoted(c.name)}`).join(', ')}`
  return {
    table,
    json: sql.raw(
      `(select coalesce(json_agg(json_build_object(${pairs})${by}), '[]'::json) from ${name} ` +
        `where ${name}."workspace" = "releases"."workspace" and ${name}."release" = "releases"."id")`,
    ),
    decode: (json) =>
      (json as Record<string, unknown>[]).map((row) => revived(columns, row) as InferSelectModel<T>),
  }
}

/** JSON has no instants: timestamps come as text and leave as dates. The cast above holds because the pairs are the table's own columns. */
function revived(columns: [string, PgColumn][], row: Record<string, unknown>) {
  return Object.fromEntries(
    columns.map(([key, column]) => {
      const value = row[key]
      return [key, column.dataType === 'date' && typeof value === 'string' ? new Date(value) : value]
    }),
  )
}

const quoted = (name: string) => `"${name}"`

type RowOf<R> = R extends Rows<infer T> ? T : never

/** A feature's part of a release: which rows, and how they become its state. */
export function partOf<R extends Record<string, Rows>, P>(
  rows: R,
  assemble: (rows: { readonly [K in keyof R]: readonly RowOf<R[K]>[] }) => P,
) {
  // The pipeline hands back exactly the rows named here, which the type of a list of parts cannot say.
  return { rows, assemble: assemble as unknown as (rows: Readonly<Record<string, readonly never[]>>) => P }
}
