import { plannedStart } from '../execution/plan.ts'
import { currentStep } from '../execution/progress.ts'
import { nameOf, runnerName } from '../people/permissions.ts'
import { openItems } from '../readiness/readiness.ts'
import { lateItems } from '../readiness/standing.ts'
import { joined, type Md, md, when } from '../slack/blocks.ts'
import { openChecks } from '../verification/verification.ts'
import { missingIn } from '../votes/news.ts'
import { statusOf } from '../votes/status.ts'
import { openVote } from '../votes/votes.ts'
import type { Facts, Release } from './release.ts'

/** `payments-2.4.0: deciding. Security and Quality are awaited`: the state, and what is missing. */
export function headlineOf(release: Release, facts: Facts, now: Date): Md {
  if (release.hold) return md`${release.key}: on hold, ${nameOf(facts, release.hold.by)}`
  if (release.state === 'closed') return md`${release.key}: ${release.outcome}`
  if (release.state === 'cancelled') return md`${release.key}: cancelled`
  const rolledBack = release.outcome === 'rolled back' && 'rolled back'
  const state = joined([md`${release.key}: ${release.state}`, rolledBack], ', ')
  return joined([state, missing(release, facts, now)], '. ')
}

/** What holds it up now, in a few words. */
export function missing(release: Release, facts: Facts, now: Date): Md | null {
  switch (release.state) {
    case 'preparing':
      return openWords(release, facts, now)
    case 'deciding':
      return awaitedWords(release, facts)
    case 'cleared':
      return startWords(release, facts)
    case 'executing':
      return stepWords(release)
    case 'verifying':
      return checkWords(release)
    default:
      return null
  }
}

function openWords(release: Release, facts: Facts, now: Date): Md {
  const open = openItems(release).length
  const late = lateItems(release, facts, now).length
  if (open === 0) return md`Everything is ready`
  return joined([md`${open} of ${release.readiness.items.length} open`, late > 0 && md`${late} late`], ', ')
}

function awaitedWords(release: Release, facts: Facts): Md | null {
  const vote = openVote(release)
  if (!vote) return null
  return missingIn(statusOf(vote, release, facts), 'No-go')
}

/** `rm starts it Tue 1 Dec, 15:00` */
const startWords = (release: Release, facts: Facts): Md =>
  md`${runnerName(release, facts)} starts it ${when(plannedStart(release, facts), facts.product.zone)}`

function stepWords(release: Release): Md | null {
  const step = currentStep(release)
  if (!step) return null
  return md`Step ${step.number} of ${release.execution.steps.length}, ${lowered(step.title)}`
}

function checkWords(release: Release): Md {
  const open = openChecks(release).length
  return open === 0
    ? md`Every check is done`
    : md`${open} of ${release.verification.checks.length} checks open`
}

/** A title in the middle of a sentence; names such as "API" stay as they are. */
export const lowered = (title: string) =>
  /^[A-Z][a-z]/.test(title) ? title[0]?.toLowerCase() + title.slice(1) : title
