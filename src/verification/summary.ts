import { everyoneSince } from '../execution/progress.ts'
import { nameOf } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { acts as reviewActs } from '../reviews/contract.ts'
import {
  actions,
  bold,
  button,
  headline,
  joined,
  lines,
  type Md,
  md,
  message,
  quoted,
  section,
  when,
} from '../slack/blocks.ts'
import { counted, listed } from '../slack/wording.ts'
import type { Drawing, OfRelease } from '../surfaces/surface.ts'
import { changedSince, namesOf } from '../votes/since.ts'
import { problemButton } from './buttons.ts'
import { type Check, isVerified } from './verification.ts'
import { folded, incidentLines, roundOf, titleOf, whoChecks } from './words.ts'

/** Posted when nothing is left to check; its key is the round. */
export const verificationSummary: OfRelease = {
  kind: 'verification-summary',
  place: { in: 'channel' },
  priority: 1,
  draw: drawSummary,
}

function drawSummary({ release, facts, key }: Drawing) {
  const round = roundOf(release, key)
  if (!round) return null
  const { zone } = facts.product
  const news = newsOf(release, round.verifiedAt !== null)
  if (!round.verifiedAt) return message(news, [headline(news)], zone)
  const notes = notesOf(release)
  const plainly = release.verification.checks.filter((check) => !notes.includes(check))
  const told = [
    ...notes.slice(0, 8).map((check) => noteLine(check, facts)),
    folded('Passed', plainly),
    ...incidentLines(release, facts),
    runningLine(release),
  ]
  return message(
    news,
    [headline(news), section(lines(liveLine(release, facts), ...told)), buttons(release)],
    zone,
  )
}

/** "payments-2.4.0 is verified, with one note" */
function newsOf(release: Release, verified: boolean): Md {
  if (!verified) return md`${release.key} is not verified any more`
  const notes = notesOf(release).length
  const words = notes === 1 ? 'one note' : `${counted(notes)} notes`
  return md`${release.key} is verified${notes > 0 && md`, with ${words}`}`
}

/** What was said about a check, and what failed without being required. */
const notesOf = ({ verification }: Release): readonly Check[] =>
  verification.checks.filter(({ state, note }) => state === 'failed' || note !== null)

/** `*Note* 3 Support tickets · support-lead: "11 about the old refund text, help page fixed"` */
function noteLine(check: Check, facts: Facts): Md {
  const who = check.by ? nameOf(facts, check.by) : whoChecks(check, facts)
  const failed = check.state === 'failed' && 'failed'
  return md`${bold('Note')} ${joined([titleOf(check), failed, who])}: ${quoted(check.note ?? '')}`
}

function liveLine(release: Release, facts: Facts): Md | null {
  const since = everyoneSince(release)
  return since && md`Live for everyone since ${when(since, facts.product.zone)}.`
}

/** Whether what runs is what was decided on. */
function runningLine(release: Release): Md | null {
  const decided = release.votes.rounds.findLast(({ ended }) => ended?.outcome === 'go')?.ended
  if (!decided) return null
  const names = namesOf(changedSince(release, decided.seal))
  if (names.length === 0) return md`${bold('Running')} what was voted`
  const count = names.length === 1 ? '1 late change' : `${names.length} late changes`
  return md`${bold('Running')} what was voted, plus ${count}: ${listed(names)}`
}

function buttons(release: Release) {
  const value = JSON.stringify({ release: release.id })
  const mayReport = release.state === 'verifying' || release.state === 'reviewing'
  return actions([
    isVerified(release) &&
      button({ text: 'Start the review', action: reviewActs.start, value, style: 'primary' }),
    mayReport && problemButton(release),
  ])
}
