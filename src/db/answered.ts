import { z } from 'zod'

/** The rows of a raw statement: PGlite answers `{ rows }`, postgres.js the rows themselves. */
export const answered = <T extends z.ZodType>(row: T) =>
  z.union([z.array(row), z.object({ rows: z.array(row) }).transform(({ rows }) => rows)])
