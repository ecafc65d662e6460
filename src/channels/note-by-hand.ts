import type { Ctx } from '../ctx.ts'
import type { ReleaseRef } from '../feature.ts'
import { change } from '../releases/change.ts'
import type { Decide } from '../releases/release.ts'

/** What became of a release's channel, as Slack tells or shows: a fact, for which nobody needs to be allowed to act. */
export async function noteByHand(ctx: Ctx, ref: ReleaseRef, decide: Decide): Promise<void> {
  await change(ctx, ref, { workspace: ref.workspace, person: null, door: 'timer' }, decide)
}
