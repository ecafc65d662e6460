import { plannedStart } from '../execution/plan.ts'
import { nameOf, runnerName } from '../people/permissions.ts'
import { isOpen, openItems, requiredDone } from '../readiness/readiness.ts'
import { dueOf, ownerOf } from '../readiness/standing.ts'
import { bold, clip, joined, type Md, md, when } from '../slack/blocks.ts'
import { either, listed } from '../slack/wording.ts'
import { opensNext } from '../votes/next-vote.ts'
import { type RoleStatus, statusOf } from '../votes/status.ts'
import { openVote, type Vote } from '../votes/votes.ts'
import { preparingBegins } from './lifecycle.ts'
import { nextInExecution, nextInReview, nextInVerification } from './next-live.ts'
import type { Facts, Release } from './release.ts'

/** `Next sec-second and qa-lead answer`: what must happen next, and by whom. Null where nothing must. */
export function nextLine(release: Release, facts: Facts, now: Date): Md | null {
  const told = release.hold ? nextOnHold(release, facts) : nextIn(release, facts, now)
  return told && md`${bold('Next')} ${told}`
}

function nextIn(release: Release, facts: Facts, now: Date): Md | null {
  switch (release.state) {
    case 'planned':
      return md`preparing begins ${when(preparingBegins(release, facts), facts.product.zone)}`
    case 'preparing':
      return requiredDone(release) ? opensNext(release, facts, now) : nextItems(release, facts)
    case 'deciding':
      return nextAnswers(release, facts)
    case 'cleared':
      return md`${runnerName(release, facts)} starts it ${when(plannedStart(release, facts), facts.product.zone)}`
    case 'executing':
      return nextInExecution(release, facts, now)
    case 'verifying':
      return nextInVerification(release, facts)
    default:
      return nextInReview(release, facts)
  }
}

/** Nothing is watched during a hold, and nothing opens before it is resumed. */
function nextOnHold(release: Release, facts: Facts): Md {
  const rest = release.state === 'executing' && '; nothing goes on or opens wider before'
  return md`${runnerName(release, facts)} resumes it${rest}`
}

const itemsNamed = 2

/** `dba finishes 4 Rehearse the rollback, somebody of Support takes 8 Brief support, 1 more`: what the vote waits for. */
function nextItems(release: Release, facts: Facts): Md {
  const required = openItems(release)
    .filter((item) => item.required)
    .toSorted((a, b) => Number(dueOf(a, release, facts)) - Number(dueOf(b, release, facts)))
  const more = required.length - itemsNamed
  return joined(
    [...required.slice(0, itemsNamed).map((item) => itemTold(item, facts)), more > 0 && `${more} more`],
    ', ',
  )
}

function itemTold(item: ReturnType<typeof openItems>[number], facts: Facts): Md {
  const what = md`${item.number} ${clip(md`${item.title}`, 60)}`
  const owner = ownerOf(item, facts)
  if (isOpen(item) && item.state.is === 'blocked') {
    const who = item.state.waitsFor ?? owner
    return md`${who ? nameOf(facts, who) : item.role} unblocks ${what}`
  }
  return owner ? md`${nameOf(facts, owner)} finishes ${what}` : md`somebody of ${item.role} takes ${what}`
}

/** `sec-second and qa-lead answer`; when only a no-go stands in the way, what is left until the close. */
function nextAnswers(release: Release, facts: Facts): Md | null {
  const vote = openVote(release)
  if (!vote) return null
  const { awaited, again, noGo } = statusOf(vote, release, facts)
  const silent = [...awaited, ...again]
  if (silent.length === 0) return whileRefused(vote, noGo, facts)
  const who = silent.map((role) => whoAnswers(role, facts))
  return md`${listed(who)} ${who.length === 1 ? 'answers' : 'answer'}`
}

function whoAnswers({ role, people }: RoleStatus, facts: Facts): string {
  if (people.length === 0) return `whoever fills ${role}`
  return people.length > 2 ? role : either(people.map((id) => nameOf(facts, id)))
}

function whileRefused(vote: Vote, noGo: readonly RoleStatus[], facts: Facts): Md {
  const who = either([...new Set(noGo.flatMap(({ people }) => people))].map((id) => nameOf(facts, id)))
  const closes = when(vote.closes, facts.product.zone)
  return md`the vote closes ${closes} with no-go, unless ${who} says go before`
}
