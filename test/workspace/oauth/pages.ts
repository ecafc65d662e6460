import { html } from 'hono/html'
import type { World } from '../world/world.ts'
import type { Asked } from './door.ts'

type Page = ReturnType<typeof html>

const style = html`<style>
:root { color: #1b2730; accent-color: #0b6e6e; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 30rem; margin: 12vh auto; padding: 0 1.25rem }
h1 { font-size: 1.4rem; line-height: 1.3 }
li { font-family: ui-monospace, monospace; font-size: 0.9rem }
form { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center }
select, button { padding: 0.5rem 0.9rem; border: 1px solid #b9c5cc; border-radius: 8px; background: #fff; font: inherit }
button[value=allow] { border-color: #0b6e6e; background: #0b6e6e; color: #fff; font-weight: 600 }
:focus-visible { outline: 2px solid #0b6e6e; outline-offset: 2px }
</style>`

/** Asks a person of the workspace whether the app may come in. */
export function consentPage(world: World, asked: Asked, { scopes }: { scopes: string[] }): Page {
  const people = [...world.people.values()].filter((one) => !one.isBot && !one.deleted)
  const kept = Object.entries(asked).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return page(
    `${world.app.name} asks to join ${world.team.name}`,
    html`<p>It asks for:</p><ul>${scopes.map((scope) => html`<li>${scope}</li>`)}</ul>
<form method="post">${kept}
<label>As <select name="as">${people.map((one) => html`<option>${one.handle}</option>`)}</select></label>
<button name="decision" value="allow">Allow</button>
<button name="decision" value="cancel">Cancel</button></form>`,
  )
}

/** Says in Slack's word why nobody is asked, and what would have been right. */
export function refusalPage(world: World, word: string): Page {
  return page(word, html`<p>${hintFor(world, word)}</p>`)
}

function hintFor({ app }: World, word: string): string {
  const redirects = app.manifest.oauth_config.redirect_urls ?? []
  switch (word) {
    case 'invalid_client_id':
      return `The client id is ${app.clientId}.`
    case 'bad_redirect_uri':
      return redirects.length > 0
        ? `Redirect URLs: ${redirects.join(', ')}.`
        : 'The manifest names no redirect_urls.'
    case 'no_scopes':
      return 'The app asks for no scope.'
    default:
      return ''
  }
}

function page(title: string, body: Page): Page {
  return html`<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${title}</title>${style}
<h1>${title}</h1>${body}</html>`
}
