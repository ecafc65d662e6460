import { everyoneSince } from '../execution/progress.ts'
import { nameOf } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { bold, clip, joined, link, type Md, md, when } from '../slack/blocks.ts'
import { either, listed } from '../slack/wording.ts'
import { duration } from '../time/durations.ts'
import { causeWords } from './incidents.ts'
import {
  type Check,
  failedChecks,
  type Incident,
  isVerified,
  latestRound,
  openChecks,
} from './verification.ts'

const mostFolded = 8

/** `3 Support tickets` */
export const titleOf = ({ number, title }: Check): Md => md`${number} ${clip(md`${title}`, 80)}`

/** Who answers a check, without pinging: one or two names, else the role. */
export function whoChecks({ role }: Check, facts: Facts): string {
  const holders = facts.holders[role] ?? []
  if (holders.length === 0 || holders.length > 2) return role
  return either(holders.map((id) => nameOf(facts, id)))
}

/** `payments-2.4.0 is live, 2 of 5 checks open`: how far it is verified, with what is missing. */
export function verifyNews(release: Release): Md {
  const { key } = release
  const { checks } = release.verification
  if (isVerified(release)) return md`${key} is verified, ${checks.length} of ${checks.length} checks done`
  const open = openChecks(release).length
  const failed = failedChecks(release).map(({ number }) => String(number))
  const missing = [
    failed.length > 0 && `${failed.length === 1 ? 'check' : 'checks'} ${listed(failed)} failed`,
    open > 0 && `${open} of ${checks.length} checks open`,
  ]
  const live = everyoneSince(release) ? 'live' : 'not live for everyone now'
  return joined([md`${key} is ${live}`, ...missing], ', ')
}

/** "*Passed* 1 Refund end to end · 2 Ledger totals agree" */
export function folded(name: string, checks: readonly Check[]): Md | null {
  if (checks.length === 0) return null
  const more = checks.length - mostFolded
  return md`${bold(name)} ${joined([...checks.slice(0, mostFolded).map(titleOf), more > 0 && md`and ${more} more`])}`
}

/** "INC-482, this release: 53 min, 10 % of users, 214 refunds late, all paid" */
export function incidentWords(incident: Incident, { product: { zone } }: Facts): Md {
  const { name, link: address, caused, began, ended, share, note } = incident
  const lasted = ended
    ? md`${duration(ended.getTime() - began.getTime())}`
    : md`since ${when(began, zone)}, not over`
  const users = share >= 100 ? 'all users' : `${share} % of users`
  const told = joined([lasted, share > 0 && users, note && clip(md`${note}`, 140)], ', ')
  return md`${address ? link(address, name) : md`${name}`}, ${causeWords[caused]}: ${told}`
}

export function incidentLines({ verification }: Release, facts: Facts): Md[] {
  const { incidents } = verification
  const shown = incidents.slice(-3).map((one) => md`${bold('Incident')} ${incidentWords(one, facts)}`)
  return incidents.length > 3 ? [...shown, md`and ${incidents.length - 3} before`] : shown
}

/** The round that a surface's key names, and whether another has begun since. */
export function roundOf(release: Release, key: string) {
  const round = release.verification.rounds.find(({ number }) => String(number) === key)
  return round && { ...round, isLatest: round === latestRound(release) }
}
