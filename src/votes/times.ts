import { momentOf } from '../models/offsets.ts'
import type { Facts, Release } from '../releases/release.ts'

type Aimed = Pick<Release, 'target'>
type Planned = Pick<Facts, 'model' | 'product'>

/** When the model wants the vote to open for this target. */
export const voteOpens = ({ target }: Aimed, { model, product }: Planned): Date =>
  momentOf(model.vote.opens, target, product.zone)

/** When the model wants it to close. */
export const voteCloses = ({ target }: Aimed, { model, product }: Planned): Date =>
  momentOf(model.vote.closes, target, product.zone)

/** When a vote that is open now would close: as the model says, else at the target; null when that is past too. */
export function closeFrom(release: Aimed, facts: Planned, now: Date): Date | null {
  const wanted = voteCloses(release, facts)
  if (wanted > now) return wanted
  return release.target > now ? release.target : null
}

/** Whether a vote could still be held for this target as the model wants it. */
export const targetCanHold = (release: Aimed, facts: Planned, now: Date): boolean =>
  voteCloses(release, facts) > now
