import { and, eq } from 'drizzle-orm'
import { partOf, rowsOf } from '../db/rows.ts'
import type { Writers } from '../feature.ts'
import { followers } from './tables.ts'

export const followPart = partOf({ followers: rowsOf(followers, followers.person) }, (rows) => ({
  // Sorted here as in `evolve`: the database's collation is not ours.
  followers: rows.followers.map(({ person }) => person).sort(),
}))

export const writeFollow: Writers = {
  followed: (tx, { workspace, id }, { person }) =>
    tx.insert(followers).values({ workspace, release: id, person }),
  unfollowed: (tx, { workspace, id }, { person }) =>
    tx
      .delete(followers)
      .where(
        and(eq(followers.workspace, workspace), eq(followers.release, id), eq(followers.person, person)),
      ),
}
