import { method } from './method.ts'
import { bot } from './places.ts'

/** Who am I, where am I, how am I reached. */
export const connecting = {
  'auth.test': method({
    tier: 'special',
    call: ({ engine, world }) => ({
      url: `${engine.url()}/`,
      team: world.team.name,
      user: bot(world).handle,
      team_id: world.team.id,
      user_id: bot(world).id,
      bot_id: world.app.botId,
      is_enterprise_install: false,
    }),
  }),

  'team.info': method({
    tier: 3,
    formOnly: true,
    scopes: ['team:read'],
    call: ({ engine, world }) => ({ team: { ...world.team, url: engine.url(), email_domain: '', icon: {} } }),
  }),

  'apps.connections.open': method({
    tier: 3,
    token: 'app',
    call: ({ engine }) => ({ url: engine.sockets.invite(engine.url()) }),
  }),
}
