import { nameOf } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { at, clip, type Md, md, when } from '../slack/blocks.ts'
import { either } from '../slack/wording.ts'
import { duration } from '../time/durations.ts'
import { weekdayDay } from '../time/words.ts'
import type { PlannedStep } from './execution.ts'
import { shareWords } from './plan.ts'
import { deployedOf, exposureOf, ownersOf } from './progress.ts'

/** `4 Deploy payments-api`, `6 Open to 1 %, watch 1 h` */
export function titleOf({ number, title, kind, lasts }: PlannedStep): Md {
  const watch = kind === 'open' && lasts > 0 ? md`, watch ${duration(lasts)}` : null
  return md`${number} ${clip(md`${title}`, 80)}${watch}`
}

/** `deploy payments-api`, inside a sentence; a title that is written in capitals stays so. */
export function doing({ title }: PlannedStep): Md {
  const [first = '', second = ''] = title
  const isWord = second === second.toLowerCase()
  return clip(md`${isWord ? first.toLowerCase() + title.slice(1) : title}`, 45)
}

/** Who does a step, without pinging: a name, two names, or the role that several fill. */
export function whoDoes(step: PlannedStep, release: Release, facts: Facts): string {
  const owners = ownersOf(release, facts, step)
  if (step.role && owners.length > 2) return step.role
  const names = either(owners.map((id) => nameOf(facts, id)))
  const isOwned = step.takenBy !== null || step.role === null || (facts.holders[step.role] ?? []).length > 0
  return isOwned ? names : `${names} for ${step.role}`
}

/** Of today only the time of day, else with the day. */
export function timeShown(instant: Date, now: Date, { product: { zone } }: Facts): Md {
  const sameDay = weekdayDay(instant, zone) === weekdayDay(now, zone)
  return sameDay ? at(instant, zone) : when(instant, zone)
}

/** `open to 10 %, everyone from Wed 11:00`: what is out, and what comes next. */
export function openWords(release: Release, facts: Facts): Md {
  return md`open to ${shareWords(exposureOf(release).share)}${nextWords(release, facts)}`
}

/** `, everyone from Wed 11:00`: what comes next, once somebody has it; on hold nobody knows when. */
export function nextWords(release: Release, facts: Facts): Md | null {
  const { share, next } = exposureOf(release)
  if (share === 0 || !next) return null
  const from = next.at ? md`from ${when(next.at, facts.product.zone)}` : 'after the hold'
  return md`, ${shareWords(next.share)} ${from}`
}

/** Components that run in production by this release; the ones that it took back when it was rolled back. */
export function deployedNames(release: Release): string[] {
  if (release.outcome !== 'rolled back') return deployedOf(release).map(({ component }) => component)
  return deployedOf({ ...release, outcome: null }).map(({ component }) => component)
}

/** `8 min behind`; nothing when it is not. */
export const behindWords = (minutes: number): Md | null =>
  minutes > 0 ? md`${duration(minutes * 60_000)} behind` : null
