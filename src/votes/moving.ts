import type { Facts, Release } from '../releases/release.ts'
import { type Md, md, when } from '../slack/blocks.ts'
import { dueOnClearance } from './deciding.ts'
import { closeFrom, voteOpens } from './times.ts'
import { newestVote, openVote } from './votes.ts'

/** What a move of the target does to the vote, told before it is confirmed. */
export function movedVote(before: Release, after: Release, facts: Facts, now: Date): Md[] {
  const { zone } = facts.product
  if (openVote(before)) {
    const closes = closeFrom(after, facts, now)
    return closes ? [md`the vote closes ${when(closes, zone)}`] : []
  }
  if (dueOnClearance(after, facts, now).length > 0) {
    const roles = newestVote(before)?.rule.mandatory.length ?? 0
    return [md`the go does not count any more: ${roles} roles are asked again`]
  }
  const opens = voteOpens(after, facts)
  if (before.state !== 'planned' && before.state !== 'preparing') return []
  return opens.getTime() === voteOpens(before, facts).getTime()
    ? []
    : [md`the vote opens ${when(opens, zone)}`]
}
