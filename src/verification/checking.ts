import { Rejection } from '../errors.ts'
import { everyoneSince } from '../execution/progress.ts'
import type { Actor } from '../people/people.ts'
import { nameOf, runsIt } from '../people/permissions.ts'
import { noteFrom, reasonFor } from '../releases/notes.ts'
import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { type Check, holdsUp, isVerified } from './verification.ts'

/** A check turned out well. The last one makes the release verified. */
export function passCheck(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  { number, note }: { readonly number: number; readonly note: string | null },
): ReleaseEvent[] {
  const check = theCheck(release, number)
  if (check.state === 'passed') return []
  mayCheck(release, facts, actor, check)
  const passed: ReleaseEvent = { type: 'checkPassed', number, note: noteFrom(note) }
  return [passed, ...dueToVerify(without(release, check), facts, now)]
}

/** A check turned out badly: when it is required, the release manager is asked how it goes on. */
export function failCheck(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  { number, why }: { readonly number: number; readonly why: string },
): ReleaseEvent[] {
  const check = theCheck(release, number)
  if (check.state === 'failed') return []
  mayCheck(release, facts, actor, check)
  const reason = reasonFor(why, `Failed how? Like: /release verify ${number} fail totals differ by 3`)
  const failed: ReleaseEvent = { type: 'checkFailed', number, why: reason }
  return check.required ? [failed] : [failed, ...dueToVerify(without(release, check), facts, now)]
}

/** Nothing is left to check and everyone has it: verified. On hold that waits. */
export function dueToVerify(release: Release, _facts: Facts, _now: Date): ReleaseEvent[] {
  return nothingLeft(release) ? [{ type: 'releaseVerified' }] : []
}

/** At once, when a hold or a narrowing was all that stood against it. */
export function wakesToVerify(release: Release): readonly Date[] {
  const since = everyoneSince(release)
  return since && nothingLeft(release) ? [since] : []
}

const nothingLeft = (release: Release) =>
  release.state === 'verifying' &&
  !release.hold &&
  everyoneSince(release) !== null &&
  !isVerified(release) &&
  !release.verification.checks.some(holdsUp)

const without = (release: Release, check: Check): Release => ({
  ...release,
  verification: {
    ...release.verification,
    checks: release.verification.checks.filter((one) => one !== check),
  },
})

function theCheck(release: Release, number: number): Check {
  const { checks } = release.verification
  const check = checks.find((one) => one.number === number)
  if (check) return check
  if (checks.length === 0)
    throw new Rejection(`${release.key} is ${release.state}; its checks begin when everyone has it.`)
  throw new Rejection(`There is no check ${number}; the list ends at ${checks.length}.`, {
    offers: [{ label: 'Show it', run: `verify ${release.key}` }],
  })
}

function mayCheck(release: Release, facts: Facts, { person }: Actor, { number, role }: Check) {
  if (release.state !== 'verifying')
    throw new Rejection(`${release.key} is ${release.state}; nothing is checked now.`)
  const holders = facts.holders[role] ?? []
  if (runsIt(release, facts, person) || (person !== null && holders.includes(person))) return
  const names = [...new Set([...holders, release.manager])].map((id) => nameOf(facts, id))
  throw new Rejection(`Only ${role} answers check ${number}: ${names.join(', ')}.`)
}
