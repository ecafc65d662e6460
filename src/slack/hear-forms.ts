import type { App, ViewResponseAction } from '@slack/bolt'
import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { Rejection } from '../errors.ts'
import { isForm } from './call.ts'
import { attempted, interaction, teamOf } from './doors.ts'
import { type Failure, failureMessage } from './failure.ts'
import type { Form } from './forms.ts'
import { infoView } from './hear-actions.ts'

const element = z.looseObject({ type: z.string() })
const submitted = interaction.extend({
  view: z.looseObject({
    callback_id: z.string(),
    private_metadata: z.string(),
    blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string() })),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), element)) }),
  }),
})
type Submitted = z.infer<typeof submitted>

export function hearForms(app: App, ctx: Ctx, forms: readonly Form[]) {
  const byId = new Map(forms.map((form) => [form.id, form]))
  app.view(/.*/, async ({ body, ack }) => {
    const sent = submitted.parse(body)
    const at = {
      workspace: teamOf(sent),
      person: sent.user.id,
      channel: null,
      door: 'form' as const,
      act: `form ${byId.has(sent.view.callback_id) ? sent.view.callback_id : 'unknown'}`,
    }
    const { answer, failure } = await attempted(ctx, at, async (call) => {
      const { form, metadata, fields } = read(byId, sent)
      return form.submit({ ...call, metadata, fields })
    })
    if (failure) return ack(refusal(sent, failure))
    if (!answer) return ack()
    await ack({ response_action: 'update', view: isForm(answer) ? answer : infoView(answer) })
  })
}

/** The form that was sent, with what stands in it. @throws Rejection */
function read(forms: ReadonlyMap<string, Form>, sent: Submitted) {
  const form = forms.get(sent.view.callback_id)
  const metadata = form?.metadata.safeParse(JSON.parse(sent.view.private_metadata || '{}'))
  if (!form || !metadata?.success)
    throw new Rejection('This form is out of date. Copy what you wrote, and open it again.')
  const fields = form.fields.safeParse(fieldsOf(sent))
  if (fields.success) return { form, metadata: metadata.data, fields: fields.data }
  const [issue] = fields.error.issues
  const field = issue?.path[0]?.toString()
  throw new Rejection(issue?.message ?? 'That could not be read.', field ? { field } : {})
}

/** Slack takes errors only at inputs: the one concerned, else the first; without any, it is said in place of the form. */
function refusal({ view }: Submitted, failure: Failure): ViewResponseAction {
  const inputs = view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id)
  const input = inputs.find((id) => id === failure.field) ?? inputs[0]
  return input === undefined
    ? { response_action: 'update', view: infoView(failureMessage(failure)) }
    : { response_action: 'errors', errors: { [input]: failure.text } }
}

/** Block id to what was entered, whatever kind of element it is. */
function fieldsOf({ view }: Submitted): Record<string, unknown> {
  const entered = Object.entries(view.state.values).map(([block, elements]) => {
    const [value] = Object.values(elements)
    return [block, value ? enteredIn(value) : null]
  })
  return Object.fromEntries(entered)
}

const choice = z.looseObject({ value: z.string() }).transform(({ value }) => value)
const entered = z.union([
  z.looseObject({ selected_options: z.array(choice) }).transform((e) => e.selected_options),
  z.looseObject({ selected_users: z.array(z.string()) }).transform((e) => e.selected_users),
  z.looseObject({ selected_option: choice.nullable() }).transform((e) => e.selected_option),
  z.looseObject({ selected_user: z.string().nullable() }).transform((e) => e.selected_user),
  z.looseObject({ selected_date_time: z.number().nullable() }).transform((e) => e.selected_date_time),
  z.looseObject({ selected_date: z.string().nullable() }).transform((e) => e.selected_date),
  z.looseObject({ value: z.string().nullish() }).transform((e) => e.value ?? null),
])

const enteredIn = (value: z.infer<typeof element>) => entered.parse(value)
