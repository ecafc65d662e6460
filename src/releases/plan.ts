import { randomBytes } from 'node:crypto'
import type { Ctx } from '../ctx.ts'
import type { Transaction } from '../db/database.ts'
import { Rejection } from '../errors.ts'
import type { Feature } from '../feature.ts'
import type { Actor } from '../people/people.ts'
import { mayAct } from '../people/permissions.ts'
import type { Product } from '../products/products.ts'
import type { PlannedScope } from '../scope/scope.ts'
import { weekdayDay } from '../time/words.ts'
import { type Result, save } from './change.ts'
import { chosenModel, chosenProduct, planningChoices } from './choices.ts'
import { dueToPrepare, nothingDeployed } from './lifecycle.ts'
import { loadAll, loadRelease } from './load-store.ts'
import { keyOf, type Plan, plan } from './planning.ts'
import type { Facts, Release, ReleaseEvent } from './release.ts'
import { findByKey } from './store.ts'
import { releases } from './tables.ts'

export interface NewRelease extends Plan {
  /** Null for the product's own. */
  readonly model: string | null
  /** Null brings all of the product's components, their revisions unknown yet. */
  readonly scope: PlannedScope | null
}

/**
 * Plans a release: one transaction, like every change, but with no release to lock yet.
 * @throws Rejection for an unknown product or model, a version that is taken, a target that has passed.
 */
export async function planRelease(ctx: Ctx, actor: Actor, wish: NewRelease): Promise<Result> {
  const input = { ...wish, product: wish.product.toLowerCase(), version: wish.version.trim().toLowerCase() }
  return ctx.db.transaction(async (tx) => {
    const choices = await planningChoices(tx, actor.workspace)
    const product = chosenProduct(choices, input.product)
    const { name, version } = chosenModel(choices, input.model ?? product.model)
    await notTaken(tx, ctx.features, actor.workspace, keyOf(product.name, input.version), product)
    const blank = blankRelease(ctx, actor, input, { name, version })
    await tx.insert(releases).values({ ...rowOf(blank), key: blank.key })
    const facts = await factsOfNew(tx, ctx, blank, actor)
    mayAct(actor, facts.people)
    const now = ctx.now()
    const scope = input.scope ?? {
      components: all(product.components),
      changes: [],
      flags: [],
      exposure: null,
    }
    const { model: _, scope: __, ...asked } = input
    const chosen = { model: name, version, recommended: product.model }
    const planned: ReleaseEvent[] = [
      ...plan(blank, facts, now, asked),
      { type: 'modelChosen', ...chosen },
      { type: 'scopeSet', ...scope },
    ]
    const events = [...planned, ...dueToPrepare({ ...blank, target: input.target }, facts, now)]
    return save(ctx, tx, { before: blank, facts, events, actor, now })
  })
}

async function factsOfNew(
  tx: Transaction,
  ctx: Ctx,
  { workspace, id }: Release,
  actor: Actor,
): Promise<Facts> {
  const [known] = await loadAll(tx, ctx, workspace, [id], actor.person)
  if (!known) throw new Error('its row was just written')
  return known.facts
}

const all = (components: readonly { name: string }[]) =>
  components.map(({ name }) => ({ name, revision: null }))

async function notTaken(
  tx: Transaction,
  features: readonly Feature[],
  workspace: string,
  key: string,
  { zone }: Product,
) {
  const ref = await findByKey(tx, workspace, key)
  const taken = ref && (await loadRelease(tx, features, ref))
  if (!taken || taken.state === 'cancelled') return
  const opens = nothingDeployed(taken) ? `, opens ${weekdayDay(taken.target, zone)}` : ''
  throw new Rejection(`${key} exists: ${taken.state}${opens}.`, {
    field: 'version',
    offers: [{ label: 'Show it', run: `status ${key}` }],
  })
}

/** A release before its first event: every feature's part without rows. */
function blankRelease(
  ctx: Ctx,
  actor: Actor,
  input: Plan,
  model: { name: string; version: number },
): Release {
  const parts = ctx.features.map(({ part }) => {
    return part ? part.assemble(Object.fromEntries(Object.keys(part.rows).map((name) => [name, []]))) : {}
  })
  const head = {
    id: randomBytes(8).toString('base64url'),
    workspace: actor.workspace,
    key: keyOf(input.product, input.version),
    product: input.product,
    version: input.version,
    model,
    intent: input.intent,
    state: 'planned' as const,
    outcome: null,
    outcomeReason: null,
    hold: null,
    target: input.target,
    manager: input.manager,
    deputy: input.deputy,
    plannedBy: actor.person ?? input.manager,
    plannedAt: ctx.now(),
    endedAt: null,
    revision: 0,
    lastChange: null,
  }
  // Every feature has contributed its part, which is what makes this a whole `Release`.
  return Object.assign({}, head, ...parts) as Release
}

function rowOf(release: Release) {
  const { workspace, id, product, version, intent, state, target, manager, deputy, plannedBy, plannedAt } =
    release
  const model = { model: release.model.name, modelVersion: release.model.version }
  return {
    workspace,
    id,
    product,
    version,
    ...model,
    intent,
    state,
    target,
    manager,
    deputy,
    plannedBy,
    plannedAt,
    revision: 0,
  }
}
