import type { App } from '@slack/bolt'
import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { Rejection } from '../errors.ts'
import { isForm } from './call.ts'
import { answered, forThem, interaction, saidIn, shown, teamOf } from './doors.ts'
import type { Shortcut } from './shortcuts.ts'

const used = interaction.extend({
  callback_id: z.string(),
  channel: z.looseObject({ id: z.string() }),
  message: z.looseObject({
    ts: z.string(),
    thread_ts: z.string().optional(),
    text: z.string().optional(),
    user: z.string().optional(),
  }),
})

export function hearShortcuts(app: App, ctx: Ctx, shortcuts: readonly Shortcut[]) {
  app.shortcut({ type: 'message_action' }, async ({ body, ack, respond }) => {
    const { callback_id, channel, message, ...rest } = used.parse(body)
    const shortcut = shortcuts.find((one) => one.callbackId === callback_id)
    const at = {
      workspace: teamOf({ ...rest, channel }),
      person: rest.user.id,
      channel: channel.id,
      door: 'shortcut' as const,
      act: `shortcut ${shortcut?.callbackId ?? 'unknown'}`,
    }
    const answer = await answered(ctx, at, async (call) => {
      if (!shortcut) throw new Rejection('I do not know that shortcut any more.')
      const pointed = {
        ts: message.ts,
        threadTs: message.thread_ts ?? null,
        text: (await saidIn(call, message.text ?? '')).text,
        author: message.user ?? null,
      }
      const permalink = permalinkOf(ctx, channel.id, message.ts)
      return shortcut.run({ ...call, channel: channel.id, message: pointed, permalink })
    })
    await ack()
    if (!answer) return
    if (!isForm(answer)) await respond({ ...forThem(answer), replace_original: false })
    else {
      const { trigger_id } = rest
      await shown(ctx, at, respond, () => ctx.slack.web.views.open({ trigger_id, view: answer }))
    }
  })
}

/** Slack's address of a message, in the form `chat.getPermalink` answers, without asking. */
export const permalinkOf = (ctx: Ctx, channel: string, ts: string) =>
  new URL(`archives/${channel}/p${ts.replace('.', '')}`, ctx.slack.me.address).href
