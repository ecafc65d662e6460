import type { Result } from '../releases/change.ts'
import type { Facts, Release } from '../releases/release.ts'
import { joined, type Md, type Message, md, message, section } from '../slack/blocks.ts'
import { listed } from '../slack/wording.ts'
import { statusOf } from '../votes/status.ts'
import { openVote } from '../votes/votes.ts'

/** `payments-ledger is 4be77d1, was 1f00c2d. Item 2 is open again. Quality is asked again.` */
export function revisedReceipt({ release, facts, events }: Result, component: string): Message {
  const revision = release.scope.components.find(({ name }) => name === component)?.revision
  const revised = events.find((event) => event.type === 'componentRevised')
  const before = revised?.type === 'componentRevised' && revised.from
  const again = revised
    ? release.readiness.items.filter((item) => item.component === component && item.again === revision)
    : []
  const news = joined(
    [
      md`${component} is ${revision}${before && md`, was ${before}`}.`,
      again.length > 0 && md`Item ${again.map(({ number }) => number).join(' and ')} is open again.`,
      revised && askedAgain(release, facts),
    ],
    ' ',
  )
  return message(news, [section(news)])
}

/** Whose go does not count any more; nobody's when no vote is open. */
function askedAgain(release: Release, facts: Facts): Md | null {
  const vote = openVote(release)
  const roles = vote ? statusOf(vote, release, facts).again.map(({ role }) => role) : []
  return roles.length > 0 ? md`${listed(roles)} ${roles.length === 1 ? 'is' : 'are'} asked again.` : null
}
