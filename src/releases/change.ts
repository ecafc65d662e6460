import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Transaction } from '../db/database.ts'
import { afterDeadlock } from '../db/deadlocks.ts'
import { sentTogether } from '../db/sent-together.ts'
import { Rejection } from '../errors.ts'
import type { Changed, Effect, Feature, Post, ReleaseRef } from '../feature.ts'
import type { Task } from '../jobs/job.ts'
import { noted } from '../operation/acting.ts'
import type { Actor } from '../people/people.ts'
import { mayAct } from '../people/permissions.ts'
import { wantSurfaces } from '../surfaces/store.ts'
import { evolve } from './evolve.ts'
import { loadLocked } from './load-store.ts'
import type { Decide, Facts, Recorded, Release, ReleaseEvent } from './release.ts'
import { releases, timeline } from './tables.ts'

/** What a change left behind: the release as it is now committed. */
export interface Result {
  readonly release: Release
  readonly facts: Facts
  /** Empty when there was nothing to do. */
  readonly events: readonly Recorded[]
}

/**
 * Every change of a release goes through here, in one transaction: lock and load, decide, evolve, write the rows
 * that each event names, append the timeline, enqueue what follows.
 * @throws Rejection when a rule says no; nothing was changed.
 */
export async function change(ctx: Ctx, ref: ReleaseRef, actor: Actor, decide: Decide): Promise<Result> {
  return afterDeadlock(() => ctx.db.transaction((tx) => lockAndDecide(ctx, tx, ref, { actor, decide })))
}

interface Act {
  readonly actor: Actor
  readonly decide: Decide
}

async function lockAndDecide(
  ctx: Ctx,
  tx: Transaction,
  ref: ReleaseRef,
  { actor, decide }: Act,
): Promise<Result> {
  const locked = await loadLocked(tx, ctx, ref, actor.person)
  if (!locked) throw new Rejection('That release is not there any more.')
  const { release: before, facts } = locked
  noted({ release: before.key, person: actor.person, door: actor.door })
  mayAct(actor, facts.people)
  const now = ctx.now()
  const events = decide(before, facts, now)
  if (events.length === 0) return { release: before, facts, events: [] }
  return save(ctx, tx, { before, facts, events, actor, now })
}

interface Decided {
  readonly before: Release
  readonly facts: Facts
  readonly events: readonly ReleaseEvent[]
  readonly actor: Actor
  readonly now: Date
}

/** Writes what was decided. `change` calls it, and planning, which has no release to lock yet. */
export async function save(ctx: Ctx, tx: Transaction, decided: Decided): Promise<Result> {
  const { before, facts, actor, now } = decided
  const events = decided.events.map(
    (event, i): Recorded => ({ ...event, at: now, by: actor, seq: before.revision + i + 1 }),
  )
  const after = events.reduce((release, event) => evolve(ctx.features, release, event), before)
  const wakes = nextWake(ctx.features, after, facts)
  const changed: Changed = { before: before.revision === 0 ? null : before, after, facts, events, now }
  const effects = ctx.features.flatMap((feature) => feature.react?.(changed) ?? [])
  const payload = { workspace: after.workspace, release: after.id }
  // What is due already need not wait for the next minute.
  const look = wakes && wakes <= now ? [{ job: 'look', payload }] : []
  // None waits for the answer to the one before: the release is locked for as long as this takes.
  const [tasks] = await sentTogether(
    Promise.all(ctx.features.map((feature) => feature.tasks?.(tx, changed) ?? [])),
    writeHead(tx, after, wakes),
    writeRows(ctx.features, tx, events, after),
    tx.insert(timeline).values(events.map((event) => entry(after, event))),
    wantSurfaces(tx, after, effects.filter(isPost)),
    ctx.jobs.enqueue(tx, [...effects.filter(isTask), ...look, { job: 'draw', payload }]),
  )
  await ctx.jobs.enqueue(tx, tasks.flat())
  noted({ release: after.key, changed: events.map(({ type }) => type) })
  return { release: after, facts, events }
}

/** One event after the other, because they may concern the same row. */
async function writeRows(
  features: readonly Feature[],
  tx: Transaction,
  events: readonly Recorded[],
  after: Release,
) {
  for (const event of events) {
    for (const feature of features) await writerOf(feature, event)?.(tx, after, event, after)
  }
}

// A map from event type to handler is total per key, but indexing it with a union of keys loses that tie.
const writerOf = (feature: Feature, event: Recorded) =>
  feature.write?.[event.type] as ((...args: never[]) => unknown) | undefined as
    | ((tx: Transaction, ref: ReleaseRef, event: Recorded, after: Release) => Promise<unknown>)
    | undefined

const isPost = (effect: Effect): effect is Post => 'post' in effect
const isTask = (effect: Effect): effect is Task => 'job' in effect

function nextWake(features: readonly Feature[], release: Release, facts: Facts): Date | null {
  const wakes = features.flatMap((feature) => feature.wakes?.(release, facts) ?? [])
  return wakes.length === 0 ? null : new Date(Math.min(...wakes.map(Number)))
}

async function writeHead(tx: Transaction, after: Release, wakes: Date | null) {
  const {
    state,
    outcome,
    outcomeReason,
    hold,
    target,
    manager,
    deputy,
    intent,
    endedAt,
    revision,
    lastChange,
  } = after
  const kept = hold && { ...hold, since: hold.since.toISOString() }
  await tx
    .update(releases)
    .set({
      state,
      outcome,
      outcomeReason,
      hold: kept,
      target,
      manager,
      deputy,
      intent,
      endedAt,
      revision,
      lastChange,
      wakes,
    })
    .where(and(eq(releases.workspace, after.workspace), eq(releases.id, after.id)))
}

function entry(release: Release, event: Recorded) {
  const { type, at, by, seq, ...facts } = event
  return {
    workspace: release.workspace,
    release: release.id,
    seq,
    type,
    at,
    person: by.person,
    door: by.door,
    facts,
  }
}
