import { getTableColumns, getTableName, type InferSelectModel } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Decoded, Piece } from './pieces.ts'

/** The rows of one table that belong to one release, as a piece of the single statement that loads it. */
export interface Rows<T = unknown> extends Piece<readonly T[]> {
  readonly table: PgTable
}

/** A row as it comes with its release, which is the same in all. */
export type RowOf<T extends PgTable> = Omit<InferSelectModel<T>, 'workspace' | 'release'>

/**
 * All rows of `table` with the release's workspace and id, ordered by `order`. The table must have the columns `workspace` and `release`.
 */
export function rowsOf<T extends PgTable>(table: T, ...order: PgColumn[]): Rows<RowOf<T>> {
  const row = rowOf(table, 'workspace', 'release')
  const name = quoted(getTableName(table))
  const by = order.length === 0 ? '' : ` order by ${order.map((c) => `${name}.${quoted(c.name)}`).join(', ')}`
  return {
    table,
    json:
      `(select coalesce(json_agg(${row.json}${by}), '[]'::json) from ${name} ` +
      `where ${name}."workspace" = "releases"."workspace" and ${name}."release" = "releases"."id")`,
    // The statement above builds an array of rows.
    decode: (json) => (json as readonly unknown[]).map(row.decode),
  }
}

/** One row at hand: its columns in their order but for these, without their names, which every row would repeat. */
export function rowOf<T extends PgTable, K extends string = never>(
  table: T,
  ...leftOut: K[]
): Piece<Omit<InferSelectModel<T>, K>> {
  const wanted = Object.entries(getTableColumns(table)).filter(([key]) => !leftOut.some((one) => one === key))
  const columns = wanted.map(([key, column]) => ({
    key,
    column: `${quoted(getTableName(table))}.${quoted(column.name)}`,
    isInstant: column.dataType === 'date',
  }))
  // A row that is filled in is smaller and faster than one that grows by a column at a time.
  const blank = Object.fromEntries(columns.map(({ key }) => [key, null]))
  return {
    json: `json_build_array(${columns.map(({ column }) => column).join(', ')})`,
    decode: (json) => {
      const values = json as readonly unknown[]
      const row: Record<string, unknown> = { ...blank }
      for (const [i, { key, isInstant }] of columns.entries()) {
        const value = values[i]
        // JSON has no instants: they come as text.
        row[key] = isInstant && typeof value === 'string' ? new Date(value) : value
      }
      // The array holds the table's own columns.
      return row as Omit<InferSelectModel<T>, K>
    },
  }
}

const quoted = (name: string) => `"${name}"`

/** A feature's part of a release: which rows, and how they become its state. */
export function partOf<R extends Record<string, Rows>, P>(
  rows: R,
  assemble: (rows: { readonly [K in keyof R]: Decoded<R[K]> }) => P,
) {
  // The pipeline hands back exactly the rows named here, which the type of a list of parts cannot say.
  return { rows, assemble: assemble as unknown as (rows: Readonly<Record<string, readonly never[]>>) => P }
}
