import { z } from 'zod'
import { distinct, filled, redirectUrl, requestUrl } from './fields.ts'

const scopes = distinct(filled(255), 255, 'the same scope twice')
const events = distinct(filled(255), 100, 'the same event twice')

export const oauth = z.strictObject({
  redirect_urls: z.array(redirectUrl).max(1000).optional(),
  scopes: z
    .strictObject({
      bot: scopes,
      user: scopes.optional(),
      bot_optional: scopes.optional(),
      user_optional: scopes.optional(),
    })
    .refine(({ bot, bot_optional = [] }) => bot_optional.every((scope) => bot.includes(scope)), {
      message: 'optional scopes must also be in the main list',
    })
    .refine(({ user = [], user_optional = [] }) => user_optional.every((scope) => user.includes(scope)), {
      message: 'optional scopes must also be in the main list',
    }),
  pkce_enabled: z.boolean().optional(),
  token_management_enabled: z.boolean().optional(),
})

const subscriptions = z.strictObject({
  request_url: requestUrl.optional(),
  bot_events: events.default([]),
  user_events: events.optional(),
  metadata_subscriptions: z
    .array(z.strictObject({ app_id: filled(255), event_type: filled(50) }))
    .min(1)
    .max(20)
    .optional(),
})

const interactivity = z.strictObject({
  is_enabled: z.boolean(),
  request_url: requestUrl.optional(),
  message_menu_options_url: requestUrl.optional(),
})

export const settings = z.strictObject({
  event_subscriptions: subscriptions.prefault({}),
  interactivity: interactivity.default({ is_enabled: false }),
  org_deploy_enabled: z.boolean().optional(),
  socket_mode_enabled: z.boolean().optional(),
  token_rotation_enabled: z.boolean().optional(),
  // Slack's schema says 50, its page 10.
  allowed_ip_address_ranges: z.array(filled(255)).min(1).max(10).optional(),
  incoming_webhooks: z.strictObject({ incoming_webhooks_enabled: z.boolean() }).optional(),
  function_runtime: z.enum(['remote', 'slack']).optional(),
  is_hosted: z.boolean().optional(),
  hermes_app_type: z.string().optional(),
  siws_links: z.strictObject({ initiate_uri: requestUrl.optional() }).optional(),
  is_mcp_enabled: z.boolean().optional(),
})
