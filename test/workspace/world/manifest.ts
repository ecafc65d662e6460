import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { EVENT_SCOPES } from './event-scopes.ts'

const command = z.object({
  command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
  description: z.string().min(1).max(2000),
  usage_hint: z.string().max(1000).default(''),
  should_escape: z.boolean().default(false),
})

const shortcut = z.object({
  name: z.string().min(1).max(24),
  type: z.enum(['global', 'message']),
  callback_id: z.string().min(1).max(255),
  description: z.string().max(150),
})

const manifestSchema = z
  .object({
    display_information: z.object({ name: z.string().min(1).max(35) }),
    features: z.object({
      app_home: z
        .object({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(false),
          messages_tab_read_only_enabled: z.boolean().default(false),
        })
        .prefault({}),
      bot_user: z.object({ display_name: z.string().min(1).max(80) }),
      slash_commands: z.array(command).max(50).default([]),
      shortcuts: z.array(shortcut).max(10).default([]),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}),
      interactivity: z.object({ is_enabled: z.boolean() }).default({ is_enabled: false }),
    }),
  })
  .check((context) => {
    for (const message of scopeTroubles(context.value)) {
      context.issues.push({ code: 'custom', message, input: context.value })
    }
  })

export type Manifest = z.infer<typeof manifestSchema>

function scopeTroubles(manifest: z.infer<typeof manifestSchema>): string[] {
  const held = manifest.oauth_config.scopes.bot
  const { slash_commands, shortcuts } = manifest.features
  const troubles = manifest.settings.event_subscriptions.bot_events.flatMap((event) => {
    const needed = EVENT_SCOPES[event]
    if (!needed) return [`the workspace knows no event "${event}"`]
    const served = needed.length === 0 || needed.some((scope) => held.includes(scope))
    return served ? [] : [`event ${event} needs the scope ${needed.join(' or ')}`]
  })
  const needsCommands = slash_commands.length + shortcuts.length > 0 && !held.includes('commands')
  return needsCommands ? [...troubles, 'commands and shortcuts need the scope commands'] : troubles
}

/** Reads an app's manifest and refuses it, as Slack would on saving, when it does not fit together. */
export function readManifest(path: string): Manifest {
  const result = manifestSchema.safeParse(parse(readFileSync(path, 'utf8')))
  if (!result.success) throw new Error(`${path} cannot be installed:\n${z.prettifyError(result.error)}`)
  return result.data
}
