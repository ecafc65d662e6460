import { runnerName } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { type Md, md, when } from '../slack/blocks.ts'
import { opensByItself } from './opening.ts'
import { closeFrom, targetCanHold, voteCloses, voteOpens } from './times.ts'
import { newestVote } from './votes.ts'

/** What opens the next vote, once what it waits for is done: its time, or whoever runs the release. */
export function opensNext(release: Release, facts: Facts, now: Date): Md {
  const opens = voteOpens(release, facts)
  if (!goesByItself(release, facts, now)) return managerOpens(release, facts, now)
  return opens > now ? md`the vote opens ${when(opens, facts.product.zone)}` : md`the vote opens`
}

/** The same for a list that is not done: since when the vote waits, or what went wrong with the last one. */
export function nextVoteTold(release: Release, facts: Facts, now: Date): Md {
  if (release.hold) return md`On hold: no vote opens meanwhile.`
  if (!goesByItself(release, facts, now))
    return md`${whyNotByItself(release, facts)}: ${managerOpens(release, facts, now)}.`
  const opens = when(voteOpens(release, facts), facts.product.zone)
  if (voteOpens(release, facts) > now) return md`The vote opens ${opens}.`
  return newestVote(release)?.lost
    ? md`The go does not count any more; the next vote waits for it.`
    : md`The vote waits for it since ${opens}.`
}

const goesByItself = (release: Release, facts: Facts, now: Date) =>
  opensByItself(release) && targetCanHold(release, facts, now)

function managerOpens(release: Release, facts: Facts, now: Date): Md {
  const manager = runnerName(release, facts)
  if (targetCanHold(release, facts, now)) return md`${manager} opens the next vote`
  const mayStill = closeFrom(release, facts, now) !== null
  return mayStill ? md`${manager} moves the target, or opens the vote` : md`${manager} moves the target`
}

function whyNotByItself(release: Release, facts: Facts): Md {
  const { zone } = facts.product
  const vote = newestVote(release)
  const ended = vote?.target.getTime() === release.target.getTime() && !vote.lost && vote.ended
  if (!ended) return md`Its vote was to close ${when(voteCloses(release, facts), zone)}`
  const at = when(ended.at, zone)
  return ended.outcome === 'cancelled'
    ? md`The vote was cancelled ${at}`
    : md`No-go was decided ${at}, so mend that`
}
