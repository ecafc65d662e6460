import type { Release } from '../releases/release.ts'
import { counted } from '../slack/wording.ts'
import { duration } from '../time/durations.ts'
import { incidentsOf } from './safety.ts'
import { scheduleOf } from './schedule.ts'

/** `shipped, 4 h 15 min late, one incident`: how it went, in a few words. */
export function outcomeWords(release: Release): string {
  const incidents = incidentsOf(release).length
  const said = incidents === 1 ? 'one incident' : `${counted(incidents)} incidents`
  return incidents > 0 ? `${ended(release)}, ${said}` : ended(release)
}

function ended(release: Release): string {
  if (release.outcome !== 'shipped') return release.outcome ?? release.state
  const { late } = scheduleOf(release)
  return late > 0 ? `shipped, ${duration(late)} late` : 'shipped on time'
}
