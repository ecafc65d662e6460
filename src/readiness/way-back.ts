import { Rejection } from '../errors.ts'
import type { Release, ReleaseEvent } from '../releases/release.ts'
import type { WayBack } from './readiness.ts'

/** Agrees how to undo the release. Nothing when it says what was agreed already. @throws Rejection */
export function setWayBack(release: Release, said: WayBack): ReleaseEvent[] {
  const wayBack: WayBack = {
    howLong: said.howLong.trim(),
    untilStep: said.untilStep.trim(),
    sign: said.sign?.trim() || null,
    rollbackSign: said.rollbackSign.trim(),
  }
  if (!wayBack.howLong) throw new Rejection('How long does it take? Like: 10 min', { field: 'howLong' })
  if (!wayBack.untilStep)
    throw new Rejection('Until when is it possible? Like: step 8', { field: 'untilStep' })
  if (!wayBack.rollbackSign) {
    throw new Rejection('At what sign do you roll back? Like: a refund is paid twice', {
      field: 'rollbackSign',
    })
  }
  const before = release.readiness.wayBack
  return before && sameWayBack(before, wayBack) ? [] : [{ type: 'wayBackSet', ...wayBack }]
}

const sameWayBack = (a: WayBack, b: WayBack) =>
  a.howLong === b.howLong &&
  a.untilStep === b.untilStep &&
  a.sign === b.sign &&
  a.rollbackSign === b.rollbackSign
