import { bold, joined, type Md, md, when } from '../slack/blocks.ts'
import type { Facts, Release } from './release.ts'

/** One release in one line. */
export function lineOf(
  { release, facts }: { readonly release: Release; readonly facts: Facts },
  _now: Date,
): Md {
  const state = release.hold ? `${release.state}, on hold` : release.state
  return joined([
    md`${bold(release.key)} ${release.outcome ?? state}`,
    md`opens ${when(release.target, facts.product.zone)}`,
  ])
}
