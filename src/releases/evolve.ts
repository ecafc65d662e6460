import type { Feature } from '../feature.ts'
import { changedBy } from './last-change.ts'
import type { Recorded, Release } from './release.ts'

/** Applies one event: the pipeline's own bookkeeping, then each feature's. Pure. */
export function evolve(features: readonly Feature[], release: Release, event: Recorded): Release {
  return features.reduce<Release>((state, feature) => evolverOf(feature, event)?.(state, event) ?? state, {
    ...release,
    revision: event.seq,
    lastChange: changedBy(event, release),
  })
}

// A map from event type to handler is total per key, but indexing it with a union of keys loses that tie.
const evolverOf = (feature: Feature, event: Recorded) =>
  feature.evolve?.[event.type] as ((...args: never[]) => Release) | undefined as
    | ((release: Release, event: Recorded) => Release)
    | undefined
