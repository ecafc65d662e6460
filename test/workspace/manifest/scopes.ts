import { EVENT_SCOPES } from '../world/event-scopes.ts'

interface Asking {
  features: { slash_commands: unknown[]; shortcuts: unknown[]; unfurl_domains?: string[] | undefined }
  oauth_config: { scopes: { bot: string[] } }
  settings: { event_subscriptions: { bot_events: string[] } }
}

/** What Slack's schema does not look at: which scopes the rest of the manifest needs. */
export function scopeTroubles({ features, oauth_config, settings }: Asking): string[] {
  const held = oauth_config.scopes.bot
  const asksForCommands = features.slash_commands.length + features.shortcuts.length > 0
  return [
    ...held.filter((scope) => !SCOPE.test(scope)).map((scope) => `"${scope}" is no scope`),
    ...settings.event_subscriptions.bot_events.flatMap((event) => eventTroubles(event, held)),
    ...lacking(asksForCommands, 'commands and shortcuts', 'commands', held),
    ...lacking(features.unfurl_domains !== undefined, 'unfurl domains', 'links:read', held),
  ]
}

/** `chat:write`, `users:read.email`, `chat:write.public`, and the few of one word. */
const SCOPE = /^([a-z_.]+:[a-z_]+([.:][a-z_]+)*|commands|incoming-webhook)$/

function eventTroubles(event: string, held: string[]): string[] {
  const needed = EVENT_SCOPES[event]
  if (!needed) return [`the workspace knows no event "${event}"`]
  const served = needed.length === 0 || needed.some((scope) => held.includes(scope))
  return served ? [] : [`event ${event} needs the scope ${needed.join(' or ')}`]
}

function lacking(asked: boolean, what: string, scope: string, held: string[]): string[] {
  return asked && !held.includes(scope) ? [`${what} need the scope ${scope}`] : []
}
