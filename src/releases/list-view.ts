import { bold, joined, type Md, md, when } from '../slack/blocks.ts'
import { missing } from './headlines.ts'
import type { Facts, Release } from './release.ts'

/** One release in one line, what is missing first. */
export function lineOf(
  { release, facts }: { readonly release: Release; readonly facts: Facts },
  now: Date,
): Md {
  const state = release.outcome ?? (release.hold ? `${release.state}, on hold` : release.state)
  const opens = release.state !== 'closed' && md`opens ${when(release.target, facts.product.zone)}`
  return joined([md`${bold(release.key)} ${state}`, missing(release, facts, now), opens])
}
