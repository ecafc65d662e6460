import { openTo } from '../../src/execution/opening.ts'
import { planSteps } from '../../src/execution/plan.ts'
import { startRelease } from '../../src/execution/starting.ts'
import { finishStep } from '../../src/execution/stepping.ts'
import type { ReleaseRef } from '../../src/feature.ts'
import { change, type Result } from '../../src/releases/change.ts'
import type { Facts, Release, ReleaseEvent } from '../../src/releases/release.ts'
import { releases } from '../../src/releases/tables.ts'
import { passCheck } from '../../src/verification/checking.ts'
import { openRound } from '../../src/votes/opening.ts'
import { castBallot, type Voter } from '../../src/votes/voting.ts'
import type { Engine } from '../databases.ts'
import { inBerlin, openWorld, type StoryWorld } from './world.ts'

type Rule = (release: Release, facts: Facts, now: Date, actor: Voter) => ReleaseEvent[]

export const channel = '#rel-payments-2-4-0'

/** The one release of this world. */
export async function theRelease({ app }: StoryWorld): Promise<ReleaseRef> {
  const [found] = await app.ctx.db.select({ id: releases.id }).from(releases)
  if (!found) throw new Error('no release is planned in this world')
  return { workspace: app.ctx.workspace, id: found.id }
}

/** Somebody does something by its rule: for the part of a life that another story tells through what is displayed. */
export async function does(world: StoryWorld, handle: string, rule: Rule): Promise<Result> {
  const ref = await theRelease(world)
  const actor = { workspace: ref.workspace, person: world.as(handle).id, door: 'command' as const }
  return change(world.app.ctx, ref, actor, (...on) => rule(...on, actor))
}

/** A world that begins the day before the release, so that no reminders pass on the way. */
export const openLate = (engine: Engine): Promise<StoryWorld> =>
  openWorld(engine, { begins: '2026-11-30 10:00' })

/** Planned at short notice, so it is preparing at once. */
export async function planned(world: StoryWorld): Promise<void> {
  const line = '/release new payments 2.4.0 1 dec 16:00 because refunds reach customers the same day'
  await world.as('rm').run(line, { in: '#releases' })
  await world.settled()
}

/** Go on Mon 30 Nov, 16:00, with every readiness item undone. */
export async function decided(world: StoryWorld): Promise<void> {
  await world.at('2026-11-30 16:00')
  await does(world, 'rm', (...on) => openRound(...on, { until: null, why: 'staging is back tonight' }))
  const said = { says: 'go', note: null, roles: null, round: null, reply: null } as const
  for (const handle of ['sec-second', 'qa-lead', 'ops-lead', 'payments-lead'])
    await does(world, handle, (...on) => castBallot(...on, said))
}

/** Every step done between 15:00 and 15:50 on Tue 1 Dec; nobody has it yet. */
export async function deployed(world: StoryWorld): Promise<void> {
  await world.at('2026-12-01 15:00')
  const { release, facts } = await does(world, 'rm', startRelease)
  const steps = planSteps(release, facts).filter(({ kind }) => kind !== 'open')
  for (const { number } of steps) {
    world.clock.forwardTo(inBerlin(`2026-12-01 15:${number}0`))
    await does(world, 'rm', (...on) => finishStep(...on, { number, note: null }))
  }
}

export async function opened(world: StoryWorld, share: number, at: string): Promise<void> {
  await world.at(at)
  await does(world, 'payments-lead', (...on) => openTo(...on, { share, why: null, cutShort: null }))
}

/** Verified on Thu 3 Dec, 10:00: everyone has had it since Wed 15:15, 4 h 15 min late. */
export async function verified(world: StoryWorld): Promise<void> {
  await planned(world)
  await decided(world)
  await deployed(world)
  await opened(world, 1, '2026-12-01 16:04')
  await opened(world, 10, '2026-12-01 17:05')
  await opened(world, 100, '2026-12-02 15:15')
  await world.at('2026-12-03 10:00')
  for (const number of [1, 2, 3, 4, 5])
    await does(world, 'rm', (...on) => passCheck(...on, { number, note: null }))
  await world.settled()
}
