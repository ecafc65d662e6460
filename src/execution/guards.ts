import { Rejection } from '../errors.ts'
import type { Actor } from '../people/people.ts'
import { nameOf, runnerName, runsIt, safeWay } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { either } from '../slack/wording.ts'
import { clock, weekdayClock } from '../time/words.ts'
import type { Step } from './execution.ts'
import { ownersOf, stepNumbered } from './progress.ts'

/** A step by its number. @throws Rejection */
export function theStep(release: Release, number: number): Step {
  const step = stepNumbered(release, number)
  if (step) return step
  const last = release.execution.steps.length
  if (last === 0) throw new Rejection(`${release.key} is not started; its steps begin with: /release start`)
  throw new Rejection(`There is no step ${number}; the list ends at ${last}.`, {
    offers: [{ label: 'Show it', run: `step ${release.key}` }],
  })
}

/** Forward acts need a release that is being executed and is not on hold. @throws Rejection */
export function goesForward(release: Release, facts: Facts, now: Date): void {
  notOnHold(release, facts, now)
  if (release.state === 'executing') return
  if (release.execution.steps.length === 0) {
    throw new Rejection(`${release.key} is not started; its steps begin with: /release start`)
  }
  throw new Rejection(`${release.key} is ${release.state}: none of its steps waits any more.`)
}

/** @throws Rejection saying since when, who held it and who resumes it */
export function notOnHold(release: Release, facts: Facts, now: Date): void {
  const { hold } = release
  if (!hold) return
  const since = `On hold since ${timeOf(hold.since, facts, now)}, ${nameOf(facts, hold.by)}.`
  throw new Rejection(`${since} Only ${runnerName(release, facts)} or an admin resumes it.`)
}

/** The step's owner, or who runs the release. @throws Rejection naming them */
export function onlyItsOwner(release: Release, facts: Facts, actor: Actor, step: Step, act: string): void {
  const { person } = actor
  const owners = ownersOf(release, facts, step)
  if (runsIt(release, facts, person) || (person !== null && owners.includes(person))) return
  const may = [...new Set([...owners, release.manager])].map((id) => nameOf(facts, id))
  throw new Rejection(`Only ${either(may)} ${act}.${safeWay(release, facts, person)}`)
}

/** "Step 5 waits for step 4 (ops-oncall, since 15:38)." */
export function waitsFor(release: Release, facts: Facts, now: Date, later: Step, first: Step): Rejection {
  const owner = nameOf(facts, ownersOf(release, facts, first)[0] ?? null)
  const since = first.startedAt ? `, since ${timeOf(first.startedAt, facts, now)}` : ''
  return new Rejection(`Step ${later.number} waits for step ${first.number} (${owner}${since}).`)
}

const almostADay = 20 * 60 * 60_000

/** Product time: of today only the clock. */
export function timeOf(at: Date, { product }: Facts, now: Date): string {
  const words = Math.abs(now.getTime() - at.getTime()) < almostADay ? clock : weekdayClock
  return words(at, product.zone)
}
