import type { Facts, Release } from '../releases/release.ts'
import { type Md, md, mention } from '../slack/blocks.ts'
import type { PersonId } from './people.ts'
import { askedInstead, nameOf } from './permissions.ts'

/** Whoever runs the release is pinged, unless what they are told of was their own act. */
export function runnerPinged(release: Release, facts: Facts, by: PersonId | null): Md {
  const runner = askedInstead(release, facts)
  return runner === by ? md`${nameOf(facts, runner)}` : mention(runner)
}
