import { installed } from '../world/installation.ts'
import { Refusal } from '../world/refusal.ts'
import type { World } from '../world/world.ts'
import { text } from './arguments.ts'
import { method } from './method.ts'

function checkClient({ app }: World, id: string | undefined, secret: string | undefined): void {
  if (id !== app.clientId) throw new Refusal('invalid_client_id')
  if (secret !== app.clientSecret) throw new Refusal('bad_client_secret')
}

/** What an app gets besides its token, however it came by it. */
function about(world: World) {
  const { app, team, organisation } = world
  const bot = {
    token_type: 'bot',
    app_id: app.id,
    bot_user_id: app.botUserId,
    scope: app.scopes.join(','),
  }
  return {
    ...bot,
    team: organisation ? null : { id: team.id, name: team.name },
    ...installed(world),
  }
}

export const oauth = {
  'oauth.v2.access': method({
    tier: 'special',
    token: 'none',
    formOnly: true,
    args: {
      client_id: text.optional(),
      client_secret: text.optional(),
      code: text.optional(),
      redirect_uri: text.optional(),
      grant_type: text.default('authorization_code'),
      refresh_token: text.optional(),
    },
    partly: 'no user tokens, no incoming webhooks, no PKCE',
    call({ engine, world, args }) {
      checkClient(world, args.client_id, args.client_secret)
      if (args.grant_type === 'refresh_token')
        return { ...engine.grants.refresh(args.refresh_token ?? ''), ...about(world) }
      if (args.grant_type !== 'authorization_code') throw new Refusal('invalid_grant_type')
      const { consent, credentials } = engine.grants.redeem(args.code ?? '', args.redirect_uri)
      const authed_user = { id: consent.user }
      return { ...credentials, ...about(world), authed_user }
    },
  }),
}
