import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '../../src/ctx.ts'
import type { ReleaseRef } from '../../src/feature.ts'
import { type Budget, OverBudget } from '../../src/slack/budget.ts'
import { drawAll } from '../../src/surfaces/draw-all.ts'
import { behind, wantSurfaces } from '../../src/surfaces/store.ts'
import { theRelease } from '../stories/by-the-rules.ts'
import { type CardWorld, openCards } from './card-world.ts'

let world: CardWorld
let ref: ReleaseRef
beforeAll(async () => {
  world = await openCards()
  await (await world.plan()).card()
  ref = await theRelease(world)
})
afterAll(() => world.close())
beforeEach(() => world.settled())

/** What was asked of the budget, which grants none of these methods. */
function ctxWithout(...methods: readonly string[]) {
  const asked: string[] = []
  const take: Budget['take'] = async (method) => {
    asked.push(method)
    if (methods.includes(method)) throw new OverBudget(method, 7_000)
  }
  const ctx: Ctx = { ...world.app.ctx, budget: { take, ask: take } }
  return { ctx, asked }
}

const want = (keys: readonly string[] = []) =>
  world.database.db.transaction((tx) =>
    wantSurfaces(
      tx,
      ref,
      keys.map((key) => ({ post: 'ask', key, person: 'U0RM' })),
    ),
  )
const late = () => world.database.db.transaction((tx) => behind(tx, ref.workspace))

test('while nothing can be edited, cards that stand wait without being drawn', async () => {
  await want()
  const { ctx, asked } = ctxWithout('chat.update')
  await expect(drawAll(ctx, ref)).rejects.toMatchObject({ seconds: 7 })
  expect(asked).toEqual(['chat.update'])
  expect(await late()).toEqual([ref.id])
})

test('cards that look as before are noted as drawn, and not edited', async () => {
  await want()
  await drawAll(world.app.ctx, ref)
  await want()
  const { ctx, asked } = ctxWithout()
  await drawAll(ctx, ref)
  expect(asked).toEqual(['chat.update'])
  expect(await late()).toEqual([])
})

test('what is refused to one message is not asked for those behind it in the same place', async () => {
  await want(['again', 'and again'])
  const { ctx, asked } = ctxWithout('chat.postMessage')
  await expect(drawAll(ctx, ref)).rejects.toBeInstanceOf(OverBudget)
  expect(asked).toEqual(['conversations.open', 'chat.postMessage'])
  await drawAll(world.app.ctx, ref)
  expect(await late()).toEqual([])
})
