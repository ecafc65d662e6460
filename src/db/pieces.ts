import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'

/** A piece of the one statement that reads a release: what it selects, as JSON, and what becomes of that. */
export interface Piece<T = unknown> {
  /** SQL that may name the columns of the row of `releases` at hand. */
  readonly json: string
  readonly decode: (json: unknown) => T
}

export type Decoded<P> = P extends Piece<infer T> ? T : never

const dialect = new PgDialect()

/** @throws when the query has parameters: pieces are put together as text, once. */
export function piece<T>(query: SQL, decode: (json: unknown) => T): Piece<T> {
  const { sql, params } = dialect.sqlToQuery(query)
  if (params.length > 0) throw new Error(`a piece of a statement has no parameters: ${sql}`)
  return { json: sql, decode }
}

/** Several pieces as one. */
export function together<P extends Readonly<Record<string, Piece>>>(
  pieces: P,
): Piece<{ readonly [K in keyof P]: Decoded<P[K]> }> {
  const named = Object.entries(pieces)
  return {
    json: `json_build_array(${named.map(([, { json }]) => json).join(', ')})`,
    decode: (json) => {
      // The array has as many members as there are pieces; each decodes its own, which a list of entries cannot say.
      const members = json as readonly unknown[]
      const decoded = named.map(([name, { decode }], i) => [name, decode(members[i])])
      return Object.fromEntries(decoded) as { readonly [K in keyof P]: Decoded<P[K]> }
    },
  }
}
