import { noteProvisioning, provisioning } from '../../src/channels/store.ts'
import type { Ctx } from '../../src/ctx.ts'
import { planSteps } from '../../src/execution/plan.ts'
import type { ReleaseRef } from '../../src/feature.ts'
import { missingItems } from '../../src/readiness/items.ts'
import { change } from '../../src/releases/change.ts'
import { planRelease } from '../../src/releases/plan.ts'
import type { Facts, Release, ReleaseEvent } from '../../src/releases/release.ts'
import { sealOf } from '../../src/scope/scope.ts'
import { goLive } from '../../src/verification/verification.ts'
import { rolesHeld } from '../../src/votes/roles.ts'
import { openVote } from '../../src/votes/votes.ts'
import { manager, products, voters, workspace } from './organisation.ts'

const actor = { workspace, person: manager, door: 'command' as const }
const day = 86_400_000

/**
 * One release with everything on record, written by the app's own pipeline. No release of real life has its steps
 * and checks before its vote: here it has all at once, so that every act reads all of them.
 */
export async function planTemplate(ctx: Ctx): Promise<ReleaseRef> {
  const { release } = await planRelease(ctx, actor, {
    product: products[0] ?? '',
    version: '0',
    model: null,
    target: new Date(ctx.now().getTime() + 5 * day),
    manager,
    deputy: null,
    intent: 'Refunds reach customers the same day, not in three.',
    scope: null,
  })
  const ref = { workspace, id: release.id }
  await provisioning(ctx.db, ref, 'rel-bench')
  await noteProvisioning(ctx.db, ref, { steps: { complete: 'done' } })
  await change(ctx, ref, actor, () => [{ type: 'channelOpened', channel: 'C0', name: 'rel-bench' }])
  await change(ctx, ref, actor, missingItems)
  await change(ctx, ref, actor, started)
  await change(ctx, ref, actor, goLive)
  await change(ctx, ref, actor, asked)
  for (const [i, person] of voters.entries()) {
    await change(ctx, ref, { ...actor, person }, (now, facts) => answered(now, facts, i, person))
  }
  return ref
}

const started = (release: Release, facts: Facts): ReleaseEvent[] => [
  { type: 'releaseStarted', steps: planSteps(release, facts), target: release.target },
]

function asked(release: Release, { model }: Facts): ReleaseEvent[] {
  const rule = { mandatory: model.roles.map(({ name }) => name), goHolds: model.vote.goHolds }
  const closes = new Date(release.target.getTime() - day)
  const opened = { round: 1, rule, seal: sealOf(release.scope), target: release.target, closes, undone: null }
  return [{ type: 'voteOpened', ...opened }]
}

/** Every other one says no-go. */
function answered(release: Release, facts: Facts, i: number, person: string): ReleaseEvent[] {
  const vote = openVote(release)
  if (!vote) throw new Error('its vote was just opened')
  const said =
    i % 2 === 0 ? ({ says: 'go', note: null } as const) : ({ says: 'no-go', note: 'it is red' } as const)
  return rolesHeld(facts, person).map((role) => ({
    type: 'ballotCast',
    round: vote.round,
    number: i + 1,
    role,
    person,
    forWhom: null,
    ...said,
    reply: null,
    seal: vote.seal,
    replaces: null,
  }))
}
