import type { App } from '@slack/bolt'
import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { noted } from '../operation/acting.ts'
import type { SlackEvent } from './events.ts'

const from = z.looseObject({
  type: z.string(),
  user: z.unknown().optional(),
  thread_ts: z.string().optional(),
  channel: z.string().optional().catch(undefined),
})

/** As the log calls them; an act can only come through the first two. */
const doors: Readonly<Record<string, string>> = {
  app_mention: 'mention',
  message: 'thread',
  app_home_opened: 'home',
}

/** Hands each kept event to the listeners of its type, one after the other; a throw brings it back from the queue. */
export function hearEvents(app: App, ctx: Ctx, listeners: readonly SlackEvent[]) {
  for (const type of new Set(listeners.map((listener) => listener.type))) {
    app.event(type, async ({ event, context }) => {
      const told = from.parse(event)
      const actor = {
        workspace: context.teamId ?? ctx.workspace,
        person: typeof told.user === 'string' ? told.user : null,
        door: told.type === 'app_mention' ? ('mention' as const) : ('thread' as const),
      }
      const by = { ...actor, door: doors[type] ?? 'event' }
      noted({ act: `event ${type}`, ...by, channel: told.channel ?? null })
      for (const listener of listeners) {
        if (listener.type === type && (listener.wanted?.(told, ctx.slack.me) ?? true))
          await listener.run({ ctx, event: told, actor })
      }
    })
  }
}
