import { nameOf } from '../people/permissions.ts'
import { commitAddress } from '../products/commits.ts'
import type { Facts } from '../releases/release.ts'
import { bold, lines, type Md, type Message, md, message, section, when } from '../slack/blocks.ts'
import { andMore, listed } from '../slack/wording.ts'
import type { Drawing, OfRelease } from '../surfaces/surface.ts'
import { weekdayDay } from '../time/words.ts'
import { type Asked, answerButtons, askedOf } from './asked.ts'
import { kinds } from './asking.ts'
import { staleGoes } from './part.ts'
import { differenceTold, inBrief } from './question-lines.ts'
import { isAskedAgain, settled } from './settled.ts'
import { changedSince, type Difference, namesOf } from './since.ts'
import { isMandatory } from './status.ts'
import type { Ballot } from './votes.ts'

const toOnePerson = { place: { in: 'direct message' }, priority: 2 } as const

/** To each who can answer, when the vote opens. */
export const voteAsk: OfRelease = {
  kind: kinds.ask,
  ...toOnePerson,
  draw: (drawing) => drawAsk(drawing, askNews),
}

/** To whom an abstention passes the question. */
export const votePassed: OfRelease = {
  kind: kinds.passed,
  ...toOnePerson,
  draw: (drawing) => drawAsk(drawing, passedNews),
}

/** To whoever said go to a scope that has changed since. */
export const voteAgain: OfRelease = { kind: kinds.again, ...toOnePerson, draw: drawAgain }

function drawAsk(drawing: Drawing, newsOf: (asked: Asked) => Md): Message | null {
  const asked = askedOf(drawing)
  if (!asked) return null
  const { part, vote, release, facts, zone } = asked
  if (part.asked.length === 0 || isAskedAgain(asked)) return settled(asked)
  const news = newsOf(asked)
  const awaited = isAwaited(asked)
  const closes = md`Closes ${when(vote.closes, zone)} your time.${!awaited && ' Advice is heard, nobody waits for it.'}`
  return message(
    news,
    [
      section(lines(bold(news), closes, inBrief(vote, release, facts))),
      answerButtons(asked, { roles: part.asked, mayAbstain: awaited }),
    ],
    zone,
  )
}

const isAwaited = ({ vote, part }: Asked) => part.asked.some((role) => isMandatory(vote, role))

/** `Your vote for Security on payments-2.4.0, best today` */
function askNews(asked: Asked): Md {
  const { vote, part, release, zone } = asked
  const what = isAwaited(asked) ? 'vote' : 'advice'
  const hasDays = weekdayDay(vote.opened, zone) !== weekdayDay(vote.closes, zone)
  return md`Your ${what} for ${listed(part.asked)} on ${release.key}${hasDays && ', best today'}`
}

/** `Security passes to you on payments-2.4.0: sec-lead abstained` */
function passedNews(asked: Asked): Md {
  const { ballot, release, facts } = asked
  if (!ballot?.role) return askNews(asked)
  return md`${ballot.role} passes to you on ${release.key}: ${nameOf(facts, ballot.person)} abstained`
}

function drawAgain(drawing: Drawing): Message | null {
  const asked = askedOf(drawing)
  if (!asked) return null
  const stale = staleGoes(asked.vote, asked.release, asked.person)
  const isStale = !asked.vote.ended && stale.some(({ number }) => number === asked.ballot?.number)
  return isStale ? again(asked, stale) : settled(asked)
}

/** `payments-ledger changed after your go. Still go?` */
function again(asked: Asked, stale: readonly Ballot[]): Message {
  const { release, facts, ballot, zone } = asked
  const roles = stale.flatMap(({ role }) => role ?? [])
  const difference = changedSince(release, ballot?.seal ?? '')
  const news = md`${andMore(namesOf(difference), 3) || 'The scope'} changed after your go. Still go?`
  const what = md`${release.key}: ${differenceTold(difference, facts) ?? 'the scope changed'}.`
  const since = ballot && md` of ${when(ballot.cast, zone)}`
  const counts = md`Your go for ${listed(roles)}${since} does not count until you answer.`
  return message(
    news,
    [
      section(lines(bold(news), what, counts)),
      answerButtons(asked, { roles, go: 'Still go', commit: onlyCommit(difference, facts) }),
    ],
    zone,
  )
}

/** The one commit that the question is about, where it can be read. */
function onlyCommit({ components: [first, another] }: Difference, { product }: Facts): string | null {
  return first && !another ? commitAddress(product, first.name, first.to) : null
}
