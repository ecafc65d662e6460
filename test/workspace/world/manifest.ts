import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { EVENT_SCOPES } from './event-scopes.ts'

const address = z.string().regex(/^https?:\/\//)
/** Parts of a manifest that Slack takes and the workspace does nothing with. */
const unused = (...keys: string[]): Record<never, never> =>
  Object.fromEntries(keys.map((key) => [key, z.unknown().optional()]))
const unique = (all: string[]) => new Set(all).size === all.length

const command = z.strictObject({
  command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
  description: z.string().min(1).max(2000),
  usage_hint: z.string().min(1).max(1000).default(''),
  url: address.max(3000).optional(),
  should_escape: z.boolean().default(false),
})

const shortcut = z.strictObject({
  name: z.string().min(1).max(24),
  type: z.enum(['global', 'message']),
  callback_id: z.string().min(1).max(255),
  description: z.string().min(1).max(150),
})

const display = z.strictObject({
  name: z.string().min(1).max(35),
  description: z.string().min(1).max(140).optional(),
  long_description: z.string().min(175).max(4000).optional(),
  background_color: z.string().min(4).max(7).optional(),
})

const features = z.strictObject({
  app_home: z
    .strictObject({
      home_tab_enabled: z.boolean().default(false),
      messages_tab_enabled: z.boolean().default(false),
      messages_tab_read_only_enabled: z.boolean().default(false),
    })
    .prefault({}),
  bot_user: z.strictObject({
    display_name: z.string().min(1).max(80),
    always_online: z.boolean().optional(),
  }),
  slash_commands: z.array(command).min(1).max(50).default([]),
  shortcuts: z.array(shortcut).min(1).max(10).default([]),
  ...unused('unfurl_domains', 'assistant_view', 'agent_view'),
})

const settings = z.strictObject({
  event_subscriptions: z
    .strictObject({
      request_url: address.optional(),
      bot_events: z.array(z.string()).max(100).refine(unique, 'the same event twice').default([]),
      ...unused('user_events', 'metadata_subscriptions'),
    })
    .prefault({}),
  interactivity: z
    .strictObject({
      is_enabled: z.boolean(),
      request_url: address.optional(),
      message_menu_options_url: address.optional(),
    })
    .default({ is_enabled: false }),
  org_deploy_enabled: z.boolean().optional(),
  socket_mode_enabled: z.boolean().optional(),
  token_rotation_enabled: z.boolean().optional(),
  ...unused('allowed_ip_address_ranges', 'function_runtime', 'incoming_webhooks', 'is_hosted', 'siws_links'),
})

const manifestSchema = z
  .strictObject({
    _metadata: z
      .strictObject({ major_version: z.int().optional(), minor_version: z.int().optional() })
      .optional(),
    display_information: display,
    features,
    oauth_config: z.strictObject({
      ...unused('redirect_urls', 'pkce_enabled', 'token_management_enabled'),
      scopes: z.strictObject({
        bot: z.array(z.string()).max(255),
        ...unused('user', 'bot_optional', 'user_optional'),
      }),
    }),
    settings,
    ...unused('$schema', 'functions', 'workflows', 'types', 'outgoing_domains'),
  })
  .check((context) => {
    for (const message of scopeTroubles(context.value)) {
      context.issues.push({ code: 'custom', message, input: context.value })
    }
  })

export type Manifest = z.infer<typeof manifestSchema>

/** What Slack's schema does not look at: which scopes the rest of the manifest needs. */
function scopeTroubles({ features, oauth_config, settings }: Manifest): string[] {
  const held = oauth_config.scopes.bot
  const troubles = settings.event_subscriptions.bot_events.flatMap((event) => {
    const needed = EVENT_SCOPES[event]
    if (!needed) return [`the workspace knows no event "${event}"`]
    const served = needed.length === 0 || needed.some((scope) => held.includes(scope))
    return served ? [] : [`event ${event} needs the scope ${needed.join(' or ')}`]
  })
  const asksForCommands = features.slash_commands.length + features.shortcuts.length > 0
  const lacksCommands = asksForCommands && !held.includes('commands')
  return lacksCommands ? [...troubles, 'commands and shortcuts need the scope commands'] : troubles
}

/** Reads an app's manifest and refuses it, as Slack would on saving, when it does not fit together. */
export function readManifest(path: string): Manifest {
  const result = manifestSchema.safeParse(parse(readFileSync(path, 'utf8')))
  if (!result.success) throw new Error(`${path} cannot be installed:\n${z.prettifyError(result.error)}`)
  return result.data
}
