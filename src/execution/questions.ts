import { acts as releaseActs } from '../releases/contract.ts'
import type { Facts, Release } from '../releases/release.ts'
import {
  actions,
  button,
  headline,
  lines,
  type Message,
  md,
  message,
  quoted,
  section,
} from '../slack/blocks.ts'
import { duration } from '../time/durations.ts'
import { acts } from './contract.ts'
import { undoingLines } from './forms.ts'
import { planSteps, shareWords } from './plan.ts'
import { exposureOf, nextPhase } from './progress.ts'
import { timeShown } from './words.ts'

const keep = button({ text: 'Keep', action: releaseActs.keep, value: '{}' })
const aMinute = 60_000

/** Starting pings many, so it is asked once, privately; and it says how that stands to the plan. */
export function startQuestion(release: Release, facts: Facts, now: Date): Message {
  const steps = planSteps(release, facts)
  const [first] = steps
  const news = md`Start *${release.key}*?`
  const begins = first && md`${steps.length} steps; the first, ${first.title}, begins now.`
  const value = JSON.stringify({ release: release.id })
  return message(news, [
    section(lines(news, begins, first && againstPlan(first.plannedAt, facts, now))),
    actions([button({ text: 'Start it', action: acts.start, value, style: 'primary' }), keep]),
  ])
}

function againstPlan(planned: Date, facts: Facts, now: Date) {
  const late = now.getTime() - planned.getTime()
  if (Math.abs(late) < aMinute) return null
  return md`Planned for ${timeShown(planned, now, facts)}: ${duration(late)} ${late > 0 ? 'late' : 'early'}.`
}

/** Opening before its time, or past a phase, is a deviation, so it is asked once. */
export function earlyQuestion(release: Release, facts: Facts, now: Date, share: number): Message {
  const open = exposureOf(release)
  const skipped = nextPhase(release)?.share !== share
  const until = open.soakUntil && timeShown(open.soakUntil, now, facts)
  const watched =
    open.share > 0
      ? md`${shareWords(open.share)} is watched until ${until}.`
      : md`It opens ${until}, as everybody was told.`
  const value = JSON.stringify({ release: release.id, share, cutShort: open.number })
  const text = `Open to ${shareWords(share)}`
  const news = md`Open *${release.key}* to ${shareWords(share)} early?`
  return message(news, [
    section(lines(news, skipped ? md`That skips a phase.` : watched, md`It will be noted as opened early.`)),
    actions([button({ text, action: acts.open, value, style: 'primary' }), keep]),
  ])
}

/** A rollback cannot be undone: what it takes back is said first. */
export function rollBackQuestion(release: Release, facts: Facts, why: string): Message {
  const news = md`Roll back *${release.key}*?`
  const value = JSON.stringify({ release: release.id, why })
  return message(news, [
    headline(news),
    section(lines(undoingLines(release, facts), quoted(why))),
    actions([button({ text: 'Roll back', action: acts.rollBack, value, style: 'danger' }), keep]),
  ])
}

/** A bare word shows and never acts. */
export function rollBackShown(release: Release, facts: Facts): Message {
  const news = md`Rolling back *${release.key}*`
  const value = JSON.stringify({ release: release.id })
  return message(news, [
    headline(news),
    section(undoingLines(release, facts)),
    actions([button({ text: 'Roll back…', action: acts.openRollBack, value })]),
  ])
}
