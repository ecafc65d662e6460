import { judge } from '../blocks/judge.ts'
import { Refusal } from '../world/refusal.ts'
import { revoke } from '../world/tokens.ts'
import { flag, json, text } from './arguments.ts'
import { method } from './method.ts'
import { bot } from './places.ts'

/** Who am I, how am I reached, and is what I would send any good. */
export const connecting = {
  'api.test': method({
    tier: 4,
    token: 'none',
    args: { error: text.optional(), foo: text.optional() },
    partly: 'of what it is sent it says only `error` and `foo` back',
    call({ args }) {
      if (args.error) throw new Refusal(args.error, { args })
      return Object.keys(args).length > 0 ? { args } : {}
    },
  }),

  'auth.test': method({
    tier: 'special',
    call: ({ engine, world }) => ({
      url: `${engine.url()}/`,
      team: world.team.name,
      user: bot(world).handle,
      team_id: world.team.id,
      user_id: bot(world).id,
      bot_id: world.app.botId,
      ...(world.organisation && { enterprise_id: world.organisation.id }),
      is_enterprise_install: world.organisation !== undefined,
    }),
  }),

  'auth.revoke': method({
    tier: 3,
    formOnly: true,
    args: { test: flag.optional() },
    call({ world, args, token }) {
      if (token && !args.test) revoke(world, token)
      return { revoked: args.test !== true }
    },
  }),

  'apps.connections.open': method({
    tier: 3,
    token: 'app',
    scopes: ['connections:write'],
    call: ({ engine }) => ({ url: engine.sockets.invite(engine.url()) }),
  }),

  'blocks.validate': method({
    tier: 'special',
    token: 'none',
    args: { blocks: json.optional(), view: json.optional(), message: json.optional() },
    call({ args }) {
      judge(args)
      return {}
    },
  }),
}
