import type { App, RespondFn } from '@slack/bolt'
import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { Rejection } from '../errors.ts'
import { type Action, defineAction } from './actions.ts'
import { type Message, modal } from './blocks.ts'
import { type Answer, isForm } from './call.ts'
import type { Command } from './commands.ts'
import { answered, forThem, interaction, shown, teamOf } from './doors.ts'
import { runCommand } from './hear-commands.ts'

const pressed = interaction.extend({
  container: z.looseObject({
    type: z.string(),
    message_ts: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  view: z.looseObject({ type: z.string(), id: z.string(), callback_id: z.string().optional() }).optional(),
  actions: z
    .tuple([z.looseObject({ action_id: z.string(), value: z.string().optional() })])
    .rest(z.unknown()),
})
type Pressed = z.infer<typeof pressed>

/** The value of whatever was pressed or picked, as text. */
const picked = z.union([
  z.looseObject({ value: z.string() }).transform((a) => a.value),
  z
    .looseObject({ selected_option: z.looseObject({ value: z.string() }) })
    .transform((a) => a.selected_option.value),
  z.looseObject({ selected_user: z.string() }).transform((a) => JSON.stringify({ user: a.selected_user })),
])

export function hearActions(app: App, ctx: Ctx, actions: readonly Action[], commands: readonly Command[]) {
  const byId = new Map([...actions, offered(commands)].map((action) => [action.id, action]))
  app.action(/.*/, async ({ body, ack, respond }) => {
    const press = pressed.parse(body)
    const [{ action_id, url }] = press.actions
    if (url) return ack()
    const action = byId.get(action_id.split(':', 1)[0] ?? '')
    const at = { ...atDoor(press), act: `action ${action?.id ?? 'unknown'}` }
    const answer = await answered(ctx, at, async (call) => {
      const value = action?.value.safeParse(sentValue(press))
      if (!action || !value?.success)
        throw new Rejection('This button is out of date.', { offers: [{ label: 'Show it', run: 'status' }] })
      return action.run({ ...call, value: value.data, message: messageOf(press) })
    })
    await ack()
    if (answer) await shown(ctx, at, respond, () => show(ctx, press, answer, respond))
  })
}

/** A button under a private answer that runs the command it offers. */
const offered = (commands: readonly Command[]) =>
  defineAction({
    id: 'command.run',
    value: z.object({ run: z.string() }),
    run: (call) => runCommand(commands, call, call.value.run),
  })

const atDoor = (press: Pressed) => ({
  workspace: teamOf(press),
  person: press.user.id,
  channel: press.channel?.id ?? null,
  door: 'button' as const,
})

function sentValue(press: Pressed): unknown {
  const text = picked.safeParse(press.actions[0]).data
  try {
    return text === undefined ? {} : JSON.parse(text)
  } catch {
    return text
  }
}

function messageOf({ container }: Pressed) {
  if (container.type !== 'message' || !container.message_ts) return null
  return { ts: container.message_ts, ephemeral: container.is_ephemeral ?? false }
}

/**
 * A private message takes the place of the private one that was pressed; from Home it opens as a small view, and it
 * lies on top of a form. A form takes the place of the modal that was pressed, so that pages and steps never pile up.
 */
async function show(ctx: Ctx, press: Pressed, answer: NonNullable<Answer>, respond: RespondFn) {
  const { views } = ctx.slack.web
  const { trigger_id, view: pressedView, response_url, container } = press
  const inModal = pressedView?.type === 'modal'
  if (isForm(answer)) {
    return inModal
      ? views.update({ view_id: pressedView.id, view: answer })
      : views.open({ trigger_id, view: answer })
  }
  if (inModal && pressedView.callback_id === infoForm) {
    return views.update({ view_id: pressedView.id, view: infoView(answer) })
  }
  if (inModal) return views.push({ trigger_id, view: infoView(answer) })
  if (!response_url) return views.open({ trigger_id, view: infoView(answer) })
  return respond({ ...forThem(answer), replace_original: container.is_ephemeral ?? false })
}

const infoForm = 'info'

/** A message shown where only views can be. */
export const infoView = (answer: Message) =>
  modal({ form: infoForm, title: 'Shipshape', blocks: answer.blocks })
