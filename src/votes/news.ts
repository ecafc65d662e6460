import { nameOf } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { joined, type Md, md, quoted, when } from '../slack/blocks.ts'
import { andMore, listed } from '../slack/wording.ts'
import { statusOf, type VoteStatus } from './status.ts'
import type { Ended, Vote } from './votes.ts'

/** Line one of everything about a vote: the decision, or who is missing. */
export function voteNews(vote: Vote, release: Release, facts: Facts): Md {
  if (vote.lost) return md`${release.key} asks again: ${vote.lost.why}`
  if (vote.ended) return endNews(vote, vote.ended, release, facts)
  return md`Vote on ${release.key}: ${missingIn(statusOf(vote, release, facts))}`
}

/** `4 of 4`: how many mandatory roles said go. */
export const tally = (vote: Vote, release: Release, facts: Facts): string =>
  `${statusOf(vote, release, facts).go.length} of ${vote.rule.mandatory.length}`

function endNews(vote: Vote, ended: Ended, release: Release, facts: Facts): Md {
  const at = when(ended.at, facts.product.zone)
  if (ended.outcome === 'cancelled') return md`Vote on ${release.key} was cancelled ${at}`
  const word = ended.outcome === 'go' ? 'Go' : 'No-go'
  return md`${word}: ${release.key}, decided ${at}, ${tally(vote, release, facts)}`
}

/** `Security, "token in the logs"; Quality was silent`: what made it a no-go. */
export function whyNoGo(vote: Vote, release: Release, facts: Facts): Md {
  const said = statusOf(vote, release, facts).noGo.map(({ role, ballots: [first] }) =>
    joined([role, first?.note && quoted(first.note)], ', '),
  )
  const roles = (vote.ended?.silent ?? []).map(({ role }) => role)
  const unheard = roles.length > 0 && `${listed(roles)} ${roles.length === 1 ? 'was' : 'were'} silent`
  return joined([...said.slice(0, 4), unheard], '; ')
}

/** What stands between an open vote and a go: `no-go from Security; Quality is awaited`. */
export function missingIn({ noGo, awaited, again }: VoteStatus, refusal = 'no-go'): Md {
  const silent = [...awaited, ...again].map(({ role }) => role)
  const said = noGo.length > 0 && md`${refusal} from ${listed(noGo.map(({ role }) => role))}`
  const open = silent.length > 0 && md`${andMore(silent, 4)} ${silent.length === 1 ? 'is' : 'are'} awaited`
  return said || open ? joined([said, open], '; ') : md`all have answered`
}

/** Under line one: how it would end, or what became of it. */
export function voteOutlook(vote: Vote, release: Release, facts: Facts): Md {
  const { zone } = facts.product
  const round = vote.round > 1 && `Round ${vote.round}.`
  if (vote.lost && vote.ended) {
    const decided = md`Go was decided ${when(vote.ended.at, zone)}, ${tally(vote, release, facts)}.`
    return joined([round, decided, md`It does not count since ${when(vote.lost.at, zone)}.`], ' ')
  }
  if (vote.ended) return joined([round, endedTold(vote.ended, facts)], ' ')
  const now = `If it closed now: ${statusOf(vote, release, facts).outcomeIfClosedNow}.`
  const held = release.hold && 'On hold; answers still count.'
  return joined([round, held, now, md`Closes ${when(vote.closes, zone)}; silence is a no-go.`], ' ')
}

function endedTold({ outcome, by, why, holdsUntil }: Ended, facts: Facts): Md | null {
  if (outcome === 'cancelled') return md`${nameOf(facts, by)}: ${why && quoted(why)}`
  return holdsUntil && md`It holds until ${when(holdsUntil, facts.product.zone)}.`
}
