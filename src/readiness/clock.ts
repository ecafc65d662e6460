import type { Facts, Release, ReleaseEvent } from '../releases/release.ts'
import { missingItems } from './items.ts'
import { isAsked, isOpen } from './readiness.ts'
import { dueOf } from './standing.ts'

/** What the clock brings: a list that preparing has not made yet, and items whose due time passed. */
export function dueReadiness(release: Release, facts: Facts, now: Date): ReleaseEvent[] {
  if (release.hold) return []
  if (lacksList(release)) return missingItems(release, facts)
  const numbers = awaited(release, facts)
    .filter(({ due }) => due <= now)
    .map(({ number }) => number)
  return numbers.length === 0 ? [] : [{ type: 'itemsFellLate', numbers }]
}

export function wakesReadiness(release: Release, facts: Facts): Date[] {
  if (release.hold) return []
  if (lacksList(release) && missingItems(release, facts).length > 0) return [release.plannedAt]
  return awaited(release, facts).map(({ due }) => due)
}

const lacksList = (release: Release) => release.state === 'preparing' && release.readiness.items.length === 0

const awaited = (release: Release, facts: Facts) =>
  isAsked(release)
    ? release.readiness.items
        .filter((item) => isOpen(item) && !item.fellLate)
        .map((item) => ({ number: item.number, due: dueOf(item, release, facts) }))
    : []
