import { Refusal } from '../world/refusal.ts'
import { text } from './arguments.ts'
import { method } from './method.ts'

/** What the workspace is and has. */
export const team = {
  'team.info': method({
    tier: 3,
    formOnly: true,
    scopes: ['team:read'],
    args: { team: text.optional(), domain: text.optional() },
    call({ engine, world, args }) {
      const { id, domain } = world.team
      if ((args.team || id) !== id || (args.domain || domain) !== domain) throw new Refusal('team_not_found')
      return { team: { ...world.team, url: engine.url(), email_domain: '', icon: {} } }
    },
  }),

  'team.billing.info': method({
    tier: 3,
    formOnly: true,
    scopes: ['team.billing:read'],
    call: ({ world }) => ({ plan: world.paid ? 'plus' : 'free' }),
  }),

  'team.profile.get': method({
    tier: 3,
    formOnly: true,
    scopes: ['users.profile:read'],
    partly: 'profiles have no fields of the workspace’s own',
    call: () => ({ profile: { fields: [], sections: [] } }),
  }),

  'auth.teams.list': method({
    tier: 2,
    args: { cursor: text.optional() },
    partly: 'there is one workspace',
    call: ({ world }) => ({
      teams: [{ id: world.team.id, name: world.team.name }],
      response_metadata: { next_cursor: '' },
    }),
  }),

  'bots.info': method({
    tier: 3,
    formOnly: true,
    scopes: ['users:read'],
    args: { bot: text.optional() },
    call({ world: { app }, args }) {
      if (!args.bot) return {}
      if (args.bot !== app.botId) throw new Refusal('bot_not_found')
      const { id: app_id, botUserId: user_id, name, removed: deleted } = app
      return { bot: { id: app.botId, app_id, user_id, name, deleted, updated: 0, icons: {} } }
    },
  }),

  'emoji.list': method({
    tier: 2,
    formOnly: true,
    scopes: ['emoji:read'],
    partly: 'the workspace has no emoji of its own',
    call: ({ world }) => ({ emoji: {}, cache_ts: String(world.seconds()) }),
  }),
}
