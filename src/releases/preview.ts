import type { Feature } from '../feature.ts'
import type { Actor } from '../people/people.ts'
import type { Md } from '../slack/blocks.ts'
import { evolve } from './evolve.ts'
import type { Read } from './meant.ts'
import type { Recorded, ReleaseEvent } from './release.ts'

/** What these events would move, in each feature's words: told before somebody confirms. */
export function previewOf(
  features: readonly Feature[],
  { release, facts }: Read,
  events: readonly ReleaseEvent[],
  actor: Actor,
  now: Date,
): Md[] {
  const after = events.reduce((state, event, i) => {
    const recorded: Recorded = { ...event, at: now, by: actor, seq: release.revision + i + 1 }
    return evolve(features, state, recorded)
  }, release)
  return features.flatMap((feature) => feature.moves?.(release, after, facts, now) ?? [])
}
