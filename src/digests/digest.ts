import { addDays } from 'date-fns/addDays'
import { max } from 'date-fns/max'
import { everyoneSince, lastExposure } from '../execution/progress.ts'
import type { Product } from '../products/products.ts'
import type { Known } from '../releases/release.ts'
import { morningOf } from '../time/mornings.ts'
import { addWorkingDays } from '../time/wall.ts'
import { risksOf } from './risks.ts'

const sections = ['decide', 'atRisk', 'watching', 'coming', 'shipped', 'rolledBack'] as const
export type Section = (typeof sections)[number]

/** What a channel is told in the morning: each release in one section at most. */
export type Digest = Readonly<Record<Section, readonly Known[]>>

/** From the digest before to this one. */
export interface Window {
  readonly since: Date
  readonly now: Date
}

const daysAhead = 14

/** From the last morning that was told of, a week back at most. */
export function sinceWhen(lastTold: string | null, date: string, zone: string): Date {
  const weekBack = addWorkingDays(morningOf(date, zone), -5, zone)
  return lastTold === null ? weekBack : max([morningOf(lastTold, zone), weekBack])
}

export function digestOf(known: readonly Known[], window: Window): Digest {
  const placed = known
    .toSorted((a, b) => a.release.target.getTime() - b.release.target.getTime())
    .map((one) => ({ one, section: sectionOf(one, window) }))
  const all = sections.map((name) => [
    name,
    placed.filter(({ section }) => section === name).map(({ one }) => one),
  ])
  // Built from `sections`, so that every section is there, which `fromEntries` cannot say.
  return Object.fromEntries(all) as Digest
}

/** Whether there is anything to tell. What is only still coming was told when it was planned, and merely rides along. */
export const hasNews = (digest: Digest, window: Window) =>
  sections.some((name) =>
    name === 'coming' ? digest.coming.some((one) => isNewlyComing(one, window)) : digest[name].length > 0,
  )

/** It was planned or moved since the last digest, or has come within sight since. */
const isNewlyComing = ({ release: { targets, target } }: Known, { since }: Window) =>
  isNews(targets.at(-1)?.at, since) || target > addDays(since, daysAhead)

function sectionOf({ release, facts }: Known, { since, now }: Window): Section | null {
  const { state, outcome, target } = release
  if (state === 'cancelled') return null
  if (outcome === 'rolled back') return isNews(lastExposure(release)?.since, since) ? 'rolledBack' : null
  if (risksOf(release, facts, now).length > 0) return 'atRisk'
  if (isNews(everyoneSince(release), since)) return 'shipped'
  if (state === 'deciding') return 'decide'
  if (state === 'executing' || state === 'verifying') return 'watching'
  if (state === 'reviewing' || state === 'closed') return null
  return target <= addDays(now, daysAhead) ? 'coming' : null
}

const isNews = (at: Date | null | undefined, since: Date) => at instanceof Date && at > since

/** A channel that hears of products in several zones has its morning where most of them are. */
export function zoneOfChannel(products: readonly Pick<Product, 'name' | 'zone'>[]): string | undefined {
  const zones = products.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ zone }) => zone)
  const count = (zone: string) => zones.filter((one) => one === zone).length
  return zones.toSorted((a, b) => count(b) - count(a))[0]
}
