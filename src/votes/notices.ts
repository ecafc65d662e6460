import { plannedStart } from '../execution/plan.ts'
import { askedInstead } from '../people/permissions.ts'
import { openItems, shortNameOf } from '../readiness/readiness.ts'
import { acts as releaseActs } from '../releases/contract.ts'
import type { Facts, Release } from '../releases/release.ts'
import {
  actions,
  at,
  button,
  joined,
  type Md,
  type Message,
  md,
  mention,
  message,
  section,
  when,
} from '../slack/blocks.ts'
import type { OfRelease } from '../surfaces/surface.ts'
import { weekdayDay } from '../time/words.ts'
import { kinds } from './asking.ts'
import { acts } from './contract.ts'
import { tally, whyNoGo } from './news.ts'
import { targetCanHold } from './times.ts'
import { type Ended, newestVote, openVote, type Vote, voteOfRound } from './votes.ts'

const belowTheCard = {
  place: { in: 'thread', under: kinds.card, sameKey: true },
  priority: 2,
  broadcast: true,
} as const

/** The decision, as a reply that the channel sees too: it names who goes on. */
export const voteDecided: OfRelease = {
  kind: kinds.decided,
  ...belowTheCard,
  draw: ({ release, facts, key }) => {
    const vote = voteOfRound(release, Number(key))
    if (!vote?.ended) return null
    return vote.ended.outcome === 'go'
      ? drawGo(vote, vote.ended, release, facts)
      : drawNoGo(vote, vote.ended, release, facts)
  },
}

/** `Go for payments-2.4.0: 4 of 4, Tue 10:05. @rm starts it at 15:00.` */
function drawGo(vote: Vote, ended: Ended, release: Release, facts: Facts): Message {
  const { zone } = facts.product
  const decided = md`Go for ${release.key}: ${tally(vote, release, facts)}, ${when(ended.at, zone)}.`
  const stands = release.state === 'cleared' && newestVote(release)?.round === vote.round
  const news = joined([decided, stands && startTold(ended, release, facts)], ' ')
  return message(news, [section(news)], zone)
}

function startTold(ended: Ended, release: Release, facts: Facts): Md {
  const { zone } = facts.product
  const starts = plannedStart(release, facts)
  if (starts <= ended.at) return md`${mention(askedInstead(release, facts))} may start it now.`
  const sameDay = weekdayDay(starts, zone) === weekdayDay(ended.at, zone)
  return md`${mention(askedInstead(release, facts))} starts it ${sameDay ? md`at ${at(starts, zone)}` : when(starts, zone)}.`
}

/** `No-go for payments-2.4.0: Security, "token in the logs"; Quality was silent. @rm: …` */
function drawNoGo(vote: Vote, ended: Ended, release: Release, facts: Facts): Message {
  const { zone } = facts.product
  const decided = md`No-go for ${release.key}: ${whyNoGo(vote, release, facts)}.`
  const waits = isNext(vote, release)
  const news = joined([decided, waits && nextTold(ended, release, facts)], ' ')
  return message(news, [section(news), waits && nextButtons(release)], zone)
}

/** Whether nothing has followed this no-go yet. */
const isNext = (vote: Vote, release: Release) =>
  release.state === 'preparing' &&
  newestVote(release)?.round === vote.round &&
  vote.target.getTime() === release.target.getTime()

function nextTold(ended: Ended, release: Release, facts: Facts): Md {
  const rm = mention(askedInstead(release, facts))
  if (targetCanHold(release, facts, ended.at)) return md`${rm}: mend it and open the vote again.`
  return md`${rm}: ${when(release.target, facts.product.zone)} cannot hold. New target?`
}

function nextButtons({ id }: Release) {
  const value = JSON.stringify({ release: id })
  return actions([
    button({ text: 'Move…', action: releaseActs.openMove, value }),
    button({ text: 'Open the vote…', action: acts.openForm, value }),
  ])
}

/** A go that does not count any more: whoever runs the release has to know at once. */
export const voteLost: OfRelease = {
  kind: kinds.lost,
  ...belowTheCard,
  once: true,
  draw: ({ release, facts, key, now }) => {
    const lost = voteOfRound(release, Number(key))?.lost
    if (!lost) return null
    const asks = md`${mention(askedInstead(release, facts))}: ${askedAgainTold(release, facts, now)}.`
    const news = md`The go for ${release.key} does not count any more: ${lost.why}. ${asks}`
    return message(news, [section(news)], facts.product.zone)
  },
}

function askedAgainTold(release: Release, facts: Facts, now: Date): Md {
  if (openVote(release)) return md`everyone is asked again`
  if (!targetCanHold(release, facts, now)) return md`open the vote again, or move the target`
  const [first, ...others] = openItems(release).filter(({ required }) => required)
  if (!first) return md`everyone is asked again`
  const more = others.length > 0 && ` and ${others.length} more`
  return md`everyone is asked again once ${first.number} ${shortNameOf(first)}${more} is done`
}
