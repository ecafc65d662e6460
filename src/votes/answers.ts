import { askedInstead, nameOf, runsIt } from '../people/permissions.ts'
import type { Result } from '../releases/change.ts'
import { acts as releaseActs } from '../releases/contract.ts'
import { said } from '../releases/receipts.ts'
import type { Facts, Release } from '../releases/release.ts'
import {
  actions,
  button,
  joined,
  lines,
  type Md,
  type Message,
  md,
  message,
  quoted,
  section,
  when,
} from '../slack/blocks.ts'
import { andMore, listed } from '../slack/wording.ts'
import { drawVote, valueFor } from './card.ts'
import { type AnswerValue, acts } from './contract.ts'
import { unfilled, whomItAsks } from './forms.ts'
import { tally } from './news.ts'
import { silentIn, statusOf } from './status.ts'
import { voteCloses, voteOpens } from './times.ts'
import { type Ballot, newestVote, type Says, standing, type Vote } from './votes.ts'
import type { Voter } from './voting.ts'

type Changed = Pick<Result, 'release' | 'facts' | 'events'>

/** `Counted for Quality. rm knows. [Undo]` */
export function ballotReceipt({ release, facts, events }: Changed, voter: Voter, says: Says): Message {
  const vote = newestVote(release)
  if (!vote) return said(md`Nothing was changed.`)
  const cast = events.flatMap((event) => (event.type === 'ballotCast' ? [event.number] : []))
  const given = standing(vote).filter(({ number, person, says: word }) =>
    cast.length > 0 ? cast.includes(number) : person === voter.person && word === says,
  )
  const news = joined([countedTold(given, says), followingTold(given, vote, release, facts)], ' ')
  const value = { release: release.id, round: vote.round, numbers: given.map(({ number }) => number) }
  const undo =
    !vote.ended &&
    given.length > 0 &&
    button({ text: 'Undo', action: acts.undo, value: JSON.stringify(value) })
  return message(news, [section(news), actions([undo])])
}

function countedTold(given: readonly Ballot[], says: Says): Md {
  const roles = given.flatMap(({ role }) => role ?? [])
  if (roles.length === 0) return md`Counted as advice.`
  return says === 'abstain' ? md`You abstain for ${listed(roles)}.` : md`Counted for ${listed(roles)}.`
}

/** What it led to: a decision, somebody who knows, somebody who is asked now. */
function followingTold(given: readonly Ballot[], vote: Vote, release: Release, facts: Facts): Md | null {
  if (vote.ended?.outcome === 'go') return md`Go is decided: ${tally(vote, release, facts)}.`
  const [first] = given
  const runner = askedInstead(release, facts)
  if (first?.says === 'no-go' && first.person !== runner) return md`${nameOf(facts, runner)} knows.`
  return first?.says === 'abstain' ? passedTold(first, vote, release, facts) : null
}

function passedTold({ role }: Ballot, vote: Vote, release: Release, facts: Facts): Md | null {
  const awaited = statusOf(vote, release, facts).awaited.find((one) => one.role === role)
  if (!awaited) return null
  const [next] = awaited.people
  return next ? md`${nameOf(facts, next)} is asked.` : md`Nobody else can answer, so that is no answer.`
}

/** `Taken back. Your go counts again.` */
export function undoReceipt({ release, events }: Changed): Message {
  const undone = events.flatMap((event) => (event.type === 'ballotUndone' ? [event] : []))
  const ballots = newestVote(release)?.ballots ?? []
  const restored = ballots.find(({ number }) => number === undone[0]?.restores)
  const again = restored && md`Your ${restored.says} of before stands again.`
  const news = joined(
    [undone.length > 0 ? 'Taken back.' : 'You have answered anew since; nothing was changed.', again],
    ' ',
  )
  return said(news)
}

/** `/release vote`: how it stands, or when it opens and whom it would ask. */
export function voteAnswer(release: Release, facts: Facts, now: Date, person: string): Message {
  const vote = newestVote(release)
  if (vote && (!vote.ended || (release.state !== 'preparing' && release.state !== 'planned'))) {
    return drawVote(vote, release, facts)
  }
  const news = md`No vote is open on ${release.key}; ${opensTold(release, facts, now)}`
  const last =
    vote?.ended && md`Round ${vote.round}: ${vote.ended.outcome}, ${when(vote.ended.at, facts.product.zone)}.`
  const mayOpen = release.state === 'preparing' && !release.hold && runsIt(release, facts, person)
  const value = JSON.stringify({ release: release.id })
  return message(news, [
    section(lines(news, last, md`When it opens, it asks ${whomItAsks(facts)}.`, unfilled(facts))),
    mayOpen && actions([button({ text: 'Open the vote…', action: acts.openForm, value })]),
  ])
}

function opensTold(release: Release, facts: Facts, now: Date): Md {
  const opens = voteOpens(release, facts)
  if (opens > now) return md`it opens ${when(opens, facts.product.zone)}.`
  if (voteCloses(release, facts) <= now)
    return md`its time was until ${when(voteCloses(release, facts), facts.product.zone)}.`
  return md`it opens when everything required is ready.`
}

/** Closing cannot be undone, so it is asked once, with what it means. */
export function closeQuestion(vote: Vote, release: Release, facts: Facts): Message {
  const status = statusOf(vote, release, facts)
  const roles = [...status.noGo.map(({ role }) => role), ...silentIn(status).map(({ role }) => role)]
  const news = md`Close the vote on ${release.key} now? It is a no-go without ${andMore(roles, 4)}.`
  return message(news, [
    section(news),
    actions([
      button({ text: 'Close as no-go', action: acts.close, value: valueFor(vote, release), style: 'danger' }),
      button({ text: 'Keep it open', action: releaseActs.keep, value: '{}' }),
    ]),
  ])
}

/** Asks about words that begin like a ballot and are not wholly one. */
export function askWhether(words: string, like: Says, value: AnswerValue): Message {
  const { note, ...bare } = value
  const condition = like === 'go' && note !== undefined
  const question = condition ? 'a condition? For now a go counts only without one.' : 'is that your vote?'
  const news = md`${quoted(words)}: ${question}`
  const press = (text: string, action: string, carried: AnswerValue) =>
    button({ text, action, value: JSON.stringify(carried) })
  const go = condition ? press('Go, with that note', acts.go, value) : press('Go', acts.go, bare)
  const noGo = press('No-go…', acts.noGo, value)
  const abstain = like === 'abstain' && press('Abstain', acts.abstain, bare)
  return message(news, [section(news), actions(like === 'no-go' ? [noGo, go] : [abstain, go, noGo])])
}

/** A no-go without a reason is not counted; the button asks for it. */
export function askForReason(value: AnswerValue): Message {
  const news = md`Why no-go? Your reason is what gets it fixed. Like: no-go: checkout is red`
  const press = button({ text: 'No-go…', action: acts.noGo, value: JSON.stringify(value) })
  return message(news, [section(news), actions([press])])
}
