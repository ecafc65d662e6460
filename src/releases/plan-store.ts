import { partOf, rowsOf } from '../db/rows.ts'
import type { Writers } from '../feature.ts'
import { targets } from './tables.ts'

export const targetsPart = partOf({ targets: rowsOf(targets, targets.number) }, (rows) => ({
  targets: rows.targets.map(({ target, at, by, why }) => ({ target, at, by, why })),
}))

export const writeTargets: Writers = {
  releasePlanned: (tx, { workspace, id }, { at, by, target, seq }) =>
    tx.insert(targets).values({ workspace, release: id, number: seq, target, at, by: by.person, why: null }),
  targetMoved: (tx, { workspace, id }, { at, by, to, why, seq }) =>
    tx.insert(targets).values({ workspace, release: id, number: seq, target: to, at, by: by.person, why }),
}
