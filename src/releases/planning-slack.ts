import { Rejection } from '../errors.ts'
import { setScopeFrom } from '../scope/planned.ts'
import { defineAction } from '../slack/actions.ts'
import { type Answer, type Call, timesOf } from '../slack/call.ts'
import type { Command, CommandCall } from '../slack/commands.ts'
import { defineForm } from '../slack/forms.ts'
import { namesIn, planningChoices } from './choices.ts'
import { acts, noValue, planForm } from './contract.ts'
import { planView } from './forms.ts'
import { planRelease } from './plan.ts'
import { readNewLine, stillToCome } from './reading.ts'
import { plannedReceipt } from './receipts.ts'

export const newCommand: Command = {
  word: 'new',
  synonyms: ['plan'],
  usage: [{ form: 'new <product> <version> [model] <when> [because <why>]' }],
  run: (call) => (call.text.trim() ? planFromLine(call) : openPlan(call)),
}

/** The button on Home and under "nothing is in flight". */
export const openPlanAction = defineAction({ id: acts.openPlan, value: noValue, run: openPlan })

async function openPlan({ ctx, actor }: Call): Promise<Answer> {
  const choices = await planningChoices(ctx.db, actor.workspace)
  if (choices.products.length === 0)
    throw new Rejection('There is no product yet. Add one to manifest/products.yml and start again.')
  return planView({ ...choices, manager: actor.person })
}

async function planFromLine(call: CommandCall): Promise<Answer> {
  const { ctx, actor, text } = call
  const { products, models, retired } = await planningChoices(ctx.db, actor.workspace)
  const names = { products: namesIn(products), models: namesIn(models), retired }
  const line = readNewLine(text, names, await timesOf(call))
  return plannedReceipt(
    await planRelease(ctx, actor, { ...line, manager: actor.person, deputy: null, scope: null }),
  )
}

export const planSubmitted = defineForm({
  ...planForm,
  submit: async (call) => {
    const { ctx, actor, fields } = call
    const { products } = await planningChoices(ctx.db, actor.workspace)
    const product = products.find(({ name }) => name === fields.product)
    const { version, model, manager, deputy, target } = fields
    const wish = {
      product: fields.product,
      version,
      model,
      manager,
      deputy,
      target: stillToCome(new Date(target * 1000), await timesOf(call)),
      intent: fields.intent ?? '',
    }
    return plannedReceipt(
      await planRelease(ctx, actor, { ...wish, scope: product ? setScopeFrom(product, fields) : null }),
    )
  },
})
