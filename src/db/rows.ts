import { getTableColumns, getTableName, type InferSelectModel } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Decoded, Piece } from './pieces.ts'

/** The rows of one table that belong to one release, as a piece of the single statement that loads it. */
export interface Rows<T = unknown> extends Piece<readonly T[]> {
  readonly table: PgTable
}

/** A row as it comes with its release, which is the same in all. */
export type RowOf<T extends PgTable> = Omit<InferSelectModel<T>, 'workspace' | 'release'>

/** All rows of a release, ordered by `order`. The table must have the columns `workspace` and `release`. */
export const rowsOf = <T extends PgTable>(table: T, ...order: PgColumn[]): Rows<RowOf<T>> =>
  rowsIn(table, `${nameOf(table)} where ${ofRelease(table)}`, order)

/** Where a release can have any number of rows: those without a time in `ended`, and of the others the last so many. */
export function newestRowsOf<T extends PgTable>(
  table: T,
  { most, ended }: { readonly most: number; readonly ended: PgColumn },
  ...order: [PgColumn, ...PgColumn[]]
): Rows<RowOf<T>> {
  const all = `select * from ${nameOf(table)} where ${ofRelease(table)}`
  const lastFirst = order.map(({ name }) => `${quoted(name)} desc`).join(', ')
  const past = `${all} and ${quoted(ended.name)} is not null order by ${lastFirst} limit ${most}`
  const some = `(${all} and ${quoted(ended.name)} is null) union all (${past})`
  return rowsIn(table, `(${some}) as ${nameOf(table)}`, order)
}

function rowsIn<T extends PgTable>(table: T, from: string, order: readonly PgColumn[]): Rows<RowOf<T>> {
  const row = rowOf(table, 'workspace', 'release')
  const columns = order.map(({ name }) => `${nameOf(table)}.${quoted(name)}`)
  const by = columns.length === 0 ? '' : ` order by ${columns.join(', ')}`
  return {
    table,
    json: `(select coalesce(json_agg(${row.json}${by}), '[]'::json) from ${from})`,
    // The statement above builds an array of rows.
    decode: (json) => (json as readonly unknown[]).map(row.decode),
  }
}

function ofRelease(table: PgTable): string {
  const name = nameOf(table)
  return `${name}."workspace" = "releases"."workspace" and ${name}."release" = "releases"."id"`
}

/** One row at hand: its columns in their order but for these, without their names, which every row would repeat. */
export function rowOf<T extends PgTable, K extends string = never>(
  table: T,
  ...leftOut: K[]
): Piece<Omit<InferSelectModel<T>, K>> {
  const wanted = Object.entries(getTableColumns(table)).filter(([key]) => !leftOut.some((one) => one === key))
  const columns = wanted.map(([key, column]) => ({
    key,
    column: `${nameOf(table)}.${quoted(column.name)}`,
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
const nameOf = (table: PgTable) => quoted(getTableName(table))

/** A feature's part of a release: which rows, and how they become its state. */
export function partOf<R extends Record<string, Rows>, P>(
  rows: R,
  assemble: (rows: { readonly [K in keyof R]: Decoded<R[K]> }) => P,
) {
  // The pipeline hands back exactly the rows named here, which the type of a list of parts cannot say.
  return { rows, assemble: assemble as unknown as (rows: Readonly<Record<string, readonly never[]>>) => P }
}
