import { z } from 'zod'
import { distinct, filled, requestUrl } from './fields.ts'

export const display = z.strictObject({
  name: filled(35),
  description: filled(140).optional(),
  // Slack's page says 174, its schema 175.
  long_description: filled(4000, 175).optional(),
  background_color: z
    .string()
    .regex(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/)
    .optional(),
})

const appHome = z.strictObject({
  home_tab_enabled: z.boolean().default(false),
  messages_tab_enabled: z.boolean().default(false),
  messages_tab_read_only_enabled: z.boolean().default(false),
})

const botUser = z.strictObject({
  display_name: filled(80).regex(/^[a-z0-9._-]+$/),
  always_online: z.boolean().optional(),
})

const command = z.strictObject({
  command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
  description: filled(2000),
  usage_hint: filled(1000).default(''),
  url: requestUrl.max(3000).optional(),
  should_escape: z.boolean().default(false),
})

const shortcut = z.strictObject({
  name: filled(24),
  type: z.enum(['global', 'message']),
  callback_id: filled(255),
  description: filled(150),
})
type Shortcut = z.infer<typeof shortcut>

/** The menu of each kind shows five and no more. */
function fiveOfAKind(all: Shortcut[]): boolean {
  return ['global', 'message'].every((type) => all.filter((one) => one.type === type).length <= 5)
}

function named(all: Shortcut[]): boolean {
  return new Set(all.map((one) => one.callback_id)).size === all.length
}

const domain = filled(255).regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i)
const prompt = z.strictObject({ title: filled(75), message: filled(3000) })

export const features = z.strictObject({
  app_home: appHome.prefault({}),
  bot_user: botUser,
  slash_commands: z
    .array(command)
    .min(1)
    .max(50)
    .refine((all) => new Set(all.map((one) => one.command)).size === all.length, 'the same command twice')
    .default([]),
  shortcuts: z
    .array(shortcut)
    .min(1)
    .max(10)
    .refine(fiveOfAKind, 'more than five shortcuts of one kind')
    .refine(named, 'the same callback_id twice')
    .default([]),
  unfurl_domains: distinct(domain, 5, 'the same domain twice').min(1).optional(),
  assistant_view: z
    .strictObject({ assistant_description: filled(300), suggested_prompts: z.array(prompt).optional() })
    .optional(),
  agent_view: z
    .strictObject({
      agent_description: filled(300),
      suggested_prompts: z.array(prompt).max(4).optional(),
      actions: z.array(z.strictObject({ name: filled(75), description: filled(300) })).optional(),
    })
    .optional(),
})
