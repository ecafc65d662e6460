import { authorization } from '../world/installation.ts'
import { Refusal } from '../world/refusal.ts'
import { uninstall } from '../world/tokens.ts'
import { filled } from './arguments.ts'
import { method } from './method.ts'

/** What an app does with its own installation. */
export const apps = {
  'apps.event.authorizations.list': method({
    tier: 'special',
    token: 'app',
    scopes: ['authorizations:read'],
    args: { event_context: filled },
    partly: 'any context that looks like one is known; there is one page',
    call({ world, args }) {
      if (!args.event_context.startsWith('EC')) throw new Refusal('invalid_event_context')
      return { authorizations: [authorization(world)] }
    },
  }),

  'apps.uninstall': method({
    tier: 1,
    formOnly: true,
    args: { client_id: filled, client_secret: filled },
    call({ world, args }) {
      if (args.client_id !== world.app.clientId) throw new Refusal('invalid_client_id')
      if (args.client_secret !== world.app.clientSecret) throw new Refusal('bad_client_secret')
      uninstall(world)
      return {}
    },
  }),
}
