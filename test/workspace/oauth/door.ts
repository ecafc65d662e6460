import { type Context, Hono } from 'hono'
import type { Engine } from '../engine.ts'
import { isOutsider } from '../world/people.ts'
import { Refusal } from '../world/refusal.ts'
import type { World } from '../world/world.ts'
import { consentPage, refusalPage } from './pages.ts'
import { redirectTo } from './redirects.ts'

/** What an app asks with. */
export interface Asked {
  client_id?: string
  scope?: string
  state?: string
  redirect_uri?: string
}

/** Where people are asked whether an app may come in, and sent back from. */
export function oauthDoor(engine: Engine): Hono {
  return new Hono()
    .get('/oauth/v2/authorize', (c) =>
      answered(engine, c, () => {
        const asked: Asked = c.req.query()
        return c.html(consentPage(engine.world, asked, check(engine.world, asked)))
      }),
    )
    .post('/oauth/v2/authorize', async (c) => {
      // The page above has these fields, all of them text.
      const asked = (await c.req.parseBody()) as Asked & { as?: string; decision?: string }
      return answered(engine, c, () => c.redirect(decide(engine, asked)))
    })
}

async function answered(
  engine: Engine,
  c: Context,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return c.html(refusalPage(engine.world, error.word), 400)
  }
}

function check({ app }: World, asked: Asked): { scopes: string[]; redirect: string } {
  if (asked.client_id !== app.clientId) throw new Refusal('invalid_client_id')
  const scopes = (asked.scope ?? '').split(/[\s,]+/).filter(Boolean)
  if (scopes.length === 0) throw new Refusal('no_scopes')
  return { scopes, redirect: redirectTo(app.manifest.oauth_config.redirect_urls ?? [], asked.redirect_uri) }
}

/** The address to go back to, with a code or with the refusal. */
function decide({ world, grants }: Engine, asked: Asked & { as?: string; decision?: string }): string {
  const { scopes, redirect } = check(world, asked)
  const person = [...world.people.values()].find((one) => one.handle === asked.as)
  if (!person) throw new Refusal('user_not_found')
  const back = new URL(redirect)
  const allowed = asked.decision === 'allow' && !isOutsider(person)
  const redirectUri = asked.redirect_uri || undefined
  if (allowed) back.searchParams.set('code', grants.codeFor({ user: person.id, scopes, redirectUri }))
  else back.searchParams.set('error', 'access_denied')
  if (asked.state) back.searchParams.set('state', asked.state)
  return back.href
}
