import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { features } from '../src/app.ts'
import { called } from './slack/called.ts'
import { EVENT_SCOPES } from './workspace/world/event-scopes.ts'

const manifest = z
  .object({
    features: z.object({
      slash_commands: z.array(z.object({ command: z.string(), should_escape: z.literal(true) })),
      shortcuts: z.array(z.object({ type: z.enum(['message', 'global']), callback_id: z.string() })),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
  })
  .parse(parse(readFileSync('slack-manifest.yml', 'utf8')))

const scopes = manifest.oauth_config.scopes.bot

/** Methods the code calls, and the scopes of which each needs one (contract 3.5). None means any token will do. */
const needs: Record<string, string[]> = {
  'auth.test': [],
  'bookmarks.add': ['bookmarks:write'],
  'bookmarks.list': ['bookmarks:read'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.archive': ['channels:manage', 'groups:write'],
  'conversations.create': ['channels:manage', 'groups:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.invite': ['channels:manage', 'groups:write'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'conversations.setTopic': ['channels:manage', 'groups:write'],
  'pins.add': ['pins:write'],
  'reactions.add': ['reactions:write'],
  'reactions.remove': ['reactions:write'],
  'usergroups.list': ['usergroups:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
}

test('every method that the code calls is allowed by a scope of the manifest', () => {
  expect(called.filter((method) => !(method in needs))).toEqual([])
  const refused = called.filter(
    (method) => needs[method]?.length && !needs[method].some((scope) => scopes.includes(scope)),
  )
  expect(refused).toEqual([])
})

test('no scope is asked for that nothing needs', () => {
  const events = manifest.settings.event_subscriptions.bot_events.flatMap(
    (event) => EVENT_SCOPES[event] ?? [],
  )
  const useful = new Set([
    'commands',
    'users:read.email',
    ...events,
    ...called.flatMap((method) => needs[method] ?? []),
  ])
  expect(scopes.filter((scope) => !useful.has(scope))).toEqual([])
})

test('what the code listens to is what the manifest subscribes, and the other way round', () => {
  const heard = new Set(features.flatMap((feature) => feature.events ?? []).map(({ type }) => type))
  const subscribed = new Set(
    manifest.settings.event_subscriptions.bot_events.map((event) => event.split('.', 1)[0] ?? ''),
  )
  expect([...subscribed].sort()).toEqual([...heard].sort())
})

test('each shortcut of the manifest does something, and none is missing', () => {
  const known = features.flatMap((feature) => feature.shortcuts ?? []).map(({ callbackId }) => callbackId)
  expect(manifest.features.shortcuts.map(({ callback_id }) => callback_id).sort()).toEqual(known.sort())
})

test('/release and its twin are declared', () => {
  expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(['/release', '/shipshape'])
})
