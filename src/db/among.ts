import { eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/**
 * Whether a column is one of these. They are one parameter, so that the statement is prepared once however many there
 * are; a single one is compared as such, because PostgreSQL plans anew for each list, and only once for a value.
 */
export function isAmong(column: PgColumn, values: readonly string[]): SQL {
  const [first] = values
  return first !== undefined && values.length === 1
    ? eq(column, first)
    : sql`${column} = any(${sql.param([...values])})`
}
