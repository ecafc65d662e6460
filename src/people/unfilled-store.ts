import { and, eq, inArray } from 'drizzle-orm'
import { partOf, rowsOf } from '../db/rows.ts'
import type { Writers } from '../feature.ts'
import { unfilledRoles } from './tables.ts'

export const unfilledPart = partOf({ unfilled: rowsOf(unfilledRoles) }, (rows) => ({
  // Sorted here as in `evolve`: the database's collation is not ours.
  unfilled: rows.unfilled.map(({ role }) => role).sort(),
}))

export const writeUnfilled: Writers = {
  rolesUnfilled: (tx, { workspace, id: release }, { roles }) =>
    tx.insert(unfilledRoles).values(roles.map((role) => ({ workspace, release, role }))),
  rolesFilled: (tx, { workspace, id }, { roles }) =>
    tx
      .delete(unfilledRoles)
      .where(
        and(
          eq(unfilledRoles.workspace, workspace),
          eq(unfilledRoles.release, id),
          inArray(unfilledRoles.role, [...roles]),
        ),
      ),
}
