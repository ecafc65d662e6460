import { plannedStart, planSteps } from '../execution/plan.ts'
import { currentStep, everyoneSince, ownersOf } from '../execution/progress.ts'
import { doing, timeShown, whoDoes } from '../execution/words.ts'
import type { PersonId } from '../people/people.ts'
import { nameOf } from '../people/permissions.ts'
import { missing } from '../releases/headlines.ts'
import { preparingBegins } from '../releases/lifecycle.ts'
import type { Facts, Release, State } from '../releases/release.ts'
import { openActions, takesRatings } from '../reviews/reviews.ts'
import { scheduleOf } from '../reviews/schedule.ts'
import { at, day, joined, type Md, md, quoted, when } from '../slack/blocks.ts'
import { listed } from '../slack/wording.ts'
import { duration } from '../time/durations.ts'
import { dateIn } from '../time/mornings.ts'
import { rolesHeld } from '../votes/roles.ts'
import { standing as ballotsOf, newestVote } from '../votes/votes.ts'
import type { Mine } from './mine.ts'

/** A release, and one person's part in it. */
export interface Part {
  readonly release: Release
  readonly facts: Facts
  readonly person: PersonId
  /** What waits for this person in this release. */
  readonly mine: readonly Mine[]
  readonly now: Date
  /** Who ended it, when it was cancelled. */
  readonly endedBy: PersonId | null
}

/** Line one of the help: the state, and the asker's part in it. */
export function standingOf(part: Part): Md {
  return part.release.hold ? held(part) : told[part.release.state](part)
}

const told: Readonly<Record<State, (part: Part) => Md>> = {
  planned,
  preparing: (part) => sentences(md`${part.release.key} is preparing${whatIsMissing(part)}.`, yours(part)),
  deciding,
  cleared,
  executing,
  verifying: (part) => sentences(md`${part.release.key} is live${whatIsMissing(part)}.`, yours(part)),
  reviewing,
  closed,
  cancelled,
}

const sentences = (...said: readonly (Md | null)[]) => joined(said, ' ')

const whatIsMissing = ({ release, facts, now }: Part): Md | null => {
  const words = missing(release, facts, now)
  return words && md`, ${words}`
}

/** `Yours: 4 Rehearse the rollback, late.` */
function yours({ mine }: Part): Md {
  if (mine.length === 0) return md`Nothing in it waits for you.`
  const named = mine.slice(0, 3).map(({ what, late }) => md`${what}${late && ', late'}`)
  const more = mine.length > 3 && md` and ${mine.length - 3} more`
  return md`Yours: ${joined(named, '; ')}${more}.`
}

function planned({ release, facts }: Part): Md {
  const { zone } = facts.product
  const begins = preparingBegins(release, facts)
  return md`${release.key} opens ${when(release.target, zone)}. Nothing is asked of you before ${day(begins, zone)}.`
}

function deciding(part: Part): Md {
  const vote = newestVote(part.release)
  if (!vote) return yours(part)
  return sentences(md`The vote is open to ${when(vote.closes, part.facts.product.zone)}.`, yourVote(part))
}

/** `Security waits for you.`, or what you said. */
function yourVote({ release, facts, person, mine }: Part): Md {
  const vote = newestVote(release)
  const roles = rolesHeld(facts, person)
  if (mine.some(({ kind }) => kind === 'vote')) {
    return roles.length > 0
      ? md`${listed(roles)} ${roles.length === 1 ? 'waits' : 'wait'} for you.`
      : md`It waits for you.`
  }
  const ballot = vote && ballotsOf(vote).find((one) => one.person === person)
  return ballot ? md`You said ${ballot.says}.` : md`It does not wait for you.`
}

function cleared(part: Part): Md {
  const { release, facts, person, now } = part
  const since = newestVote(release)?.ended?.at ?? now
  const mine = planSteps(release, facts)
    .filter((step) => ownersOf(release, facts, step).includes(person))
    .map(({ number }) => String(number))
  const steps = mine.length === 1 ? md`; step ${mine[0]} is yours` : md`; steps ${listed(mine)} are yours`
  return sentences(
    md`${release.key} may go since ${when(since, facts.product.zone)}.`,
    md`It starts ${startShown(part)}${mine.length > 0 && steps}.`,
  )
}

/** `at 15:00`, or with its day. */
function startShown({ release, facts, now }: Part): Md {
  const { zone } = facts.product
  const start = plannedStart(release, facts)
  return dateIn(start, zone) === dateIn(now, zone) ? md`at ${at(start, zone)}` : when(start, zone)
}

function executing(part: Part): Md {
  const { release, facts, person } = part
  const step = currentStep(release)
  if (!step) return yours(part)
  const place = md`Step ${step.number} of ${release.execution.steps.length}`
  if (ownersOf(release, facts, step).includes(person)) return md`${place} is yours: ${doing(step)}.`
  return md`${place}, ${doing(step)}, is with ${whoDoes(step, release, facts)}.`
}

function reviewing(part: Part): Md {
  const { release, facts, mine, now } = part
  const closes = release.review.period?.closes
  if (!closes || !takesRatings(release, now)) return md`${release.key} is about to be reviewed.`
  const until = when(closes, facts.product.zone)
  if (mine.some(({ kind }) => kind === 'rating'))
    return md`You have not rated ${release.key}. One tap, until ${until}.`
  return md`${release.key} is reviewed until ${until}.`
}

function closed({ release, facts }: Part): Md {
  const { zone } = facts.product
  const since = everyoneSince(release) ?? release.endedAt
  const { late } = scheduleOf(release)
  const open = openActions(release).length
  const actions = open === 1 ? md`1 action open.` : md`${open} actions open.`
  const outcome = release.outcome === 'rolled back' ? md`Rolled back` : md`Shipped`
  return sentences(
    md`${outcome}${since && md` ${day(since, zone)}`}${late > 0 && `, ${duration(late)} late`}.`,
    open > 0 ? actions : null,
  )
}

function cancelled({ release, facts, endedBy }: Part): Md {
  const on = release.endedAt && md` ${day(release.endedAt, facts.product.zone)}`
  return md`Cancelled${on} by ${nameOf(facts, endedBy)}: ${quoted(release.outcomeReason ?? '')}.`
}

function held({ release: { hold }, facts, now }: Part): Md {
  if (!hold) return md``
  return md`On hold since ${timeShown(hold.since, now, facts)}, ${nameOf(facts, hold.by)}: ${quoted(hold.why)}. Nothing is asked meanwhile.`
}
