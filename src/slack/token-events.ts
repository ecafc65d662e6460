import { postponed, refusedToken } from './client.ts'
import type { SlackEvent, Told } from './events.ts'

/**
 * That the app was removed, or a token revoked: Slack tells both, in either order, late and perhaps twice. So it is
 * asked whether the token is dead now; the client says so, and calls it no more.
 */
export const tokenEvents: readonly SlackEvent[] = [
  { type: 'app_uninstalled', run: askWhether },
  { type: 'tokens_revoked', run: askWhether },
]

async function askWhether({ ctx }: Told): Promise<void> {
  await ctx.slack.web.auth.test().catch((error) => {
    if (!refusedToken(error)) throw postponed(error)
  })
}
