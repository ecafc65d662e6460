import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Engine } from '../engine.ts'
import { isOutsider } from '../world/people.ts'
import { Refusal } from '../world/refusal.ts'
import type { World } from '../world/world.ts'
import { redirectTo } from './redirects.ts'

interface Asked {
  client_id?: string
  scope?: string
  state?: string
  redirect_uri?: string
}

/** Where people are asked whether an app may come in, and sent back from. */
export function oauthDoor(engine: Engine): Hono {
  return new Hono()
    .get('/oauth/v2/authorize', (c) =>
      answered(c, () => {
        const asked: Asked = c.req.query()
        return c.html(consentPage(engine.world, asked, check(engine.world, asked)))
      }),
    )
    .post('/oauth/v2/authorize', async (c) => {
      // The page above has these fields, all of them text.
      const asked = (await c.req.parseBody()) as Asked & { as?: string; decision?: string }
      return answered(c, () => c.redirect(decide(engine, asked)))
    })
}

async function answered(c: Context, answer: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return c.html(html`<title>Not installed</title><h1>${error.word}</h1>`, 400)
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

function consentPage(world: World, asked: Asked, { scopes }: { scopes: string[] }) {
  const people = [...world.people.values()].filter((one) => !one.isBot && !one.deleted)
  const kept = Object.entries(asked).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<title>${world.app.name} wants to come in</title>
<h1>${world.app.name} asks to join ${world.team.name}</h1>
<p>It asks for:</p><ul>${scopes.map((scope) => html`<li>${scope}</li>`)}</ul>
<form method="post">${kept}
<label>As <select name="as">${people.map((one) => html`<option>${one.handle}</option>`)}</select></label>
<button name="decision" value="allow">Allow</button>
<button name="decision" value="cancel">Cancel</button></form></html>`
}
