import { Rejection } from '../errors.ts'
import type { Actor } from '../people/people.ts'
import { hasPart, onlyWhoRunsIt } from '../people/permissions.ts'
import { reasonFor } from '../releases/notes.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import type { PlannedStep, Step } from './execution.ts'
import { notOnHold, waitsFor } from './guards.ts'
import { currentStep, deployedOf, exposureOf, pointOfNoReturn } from './progress.ts'

/** What a rollback would take back now. */
export interface Undoing {
  readonly components: readonly string[]
  readonly share: number
  /** The step after which there was no way back, when it is done. */
  readonly pastNoWayBack: Step | null
}

export function undoing(release: Release): Undoing {
  const last = pointOfNoReturn(release)
  return {
    components: deployedOf(release).map(({ component }) => component),
    share: exposureOf(release).share,
    pastNoWayBack: last?.state === 'done' ? last : null,
  }
}

/** @throws Rejection before the start and after the end */
export function somethingToUndo({ key, state, execution }: Release): void {
  if (state === 'executing' || state === 'verifying') return
  const instead = execution.steps.length === 0 ? ' Not started: /release cancel <why>' : ''
  throw new Rejection(`${key} is ${state}; there is nothing to roll back.${instead}`)
}

/** The whole release is undone. The safe way: everyone with a part may, also on hold and past the last way back. */
export function rollBack(
  release: Release,
  facts: Facts,
  _now: Date,
  actor: Actor,
  why: string,
): ReleaseEvent[] {
  if (release.outcome === 'rolled back') return []
  somethingToUndo(release)
  if (!hasPart(release, facts, actor.person))
    throw new Rejection('Only people with a part in it roll back a release.')
  const { components, share, pastNoWayBack } = undoing(release)
  return [
    {
      type: 'releaseRolledBack',
      why: reasonFor(why, 'Roll back why? Like: /release rollback a refund was paid twice'),
      from: share,
      deployed: components,
      pastNoWayBack: pastNoWayBack?.number ?? null,
    },
  ]
}

/** Instead of undoing it: one more step, before anything is opened further. Takes verifying back to executing. */
export function fixForward(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  why: string,
): ReleaseEvent[] {
  if (release.state !== 'executing' && release.state !== 'verifying') {
    throw new Rejection(`${release.key} is ${release.state}; there is nothing to fix forward.`)
  }
  onlyWhoRunsIt(release, facts, actor, 'decides that')
  notOnHold(release, facts, now)
  const reason = reasonFor(why, 'Fix what? Like: /release step fix size the pool')
  const step = fixStep(release, now, reason)
  const current = currentStep(release)
  if (current?.kind === 'fix') throw new Rejection(`Step ${current.number} is a fix already.`)
  if (current && current.kind !== 'open')
    throw waitsFor(release, facts, now, { ...current, number: step.number }, current)
  return [{ type: 'fixedForward', why: reason, step }]
}

const fixStep = (release: Release, now: Date, why: string): PlannedStep => ({
  number: release.execution.steps.length + 1,
  kind: 'fix',
  title: `Fix forward: ${why}`,
  component: null,
  role: null,
  takenBy: null,
  share: null,
  plannedAt: now,
  lasts: 0,
  noWayBack: false,
})
