import { expect, test } from 'vitest'
import { sharedWorkspace } from './small/start.ts'

const slack = await sharedWorkspace()
const bearer = { authorization: `Bearer ${slack.botToken}` }
const post = { channel: 'C0PIER', text: 'x' }
const json = (value: unknown) => ({ 'content-type': 'application/json', body: JSON.stringify(value) })
const form = (fields: Record<string, string>) => ({
  'content-type': 'application/x-www-form-urlencoded',
  body: new URLSearchParams(fields).toString(),
})
const raw = (type: string, body: string) => ({ 'content-type': type, body })

/** `ok`, or Slack's word for what is wrong. */
async function word(method: string, init: RequestInit): Promise<string> {
  const response = await fetch(slack.apiUrl + method, { method: 'POST', ...init })
  expect(response.status).toBe(200)
  // Only the workspace answers here.
  const { ok, error } = (await response.json()) as { ok: boolean; error?: string }
  return ok ? 'ok' : String(error)
}

test.each([
  ['a form', form(post), 'ok'],
  [
    'a form with a charset',
    raw('application/x-www-form-urlencoded; charset=UTF-8', 'channel=C0PIER&text=x'),
    'ok',
  ],
  [
    'a charset of its own',
    raw('application/x-www-form-urlencoded; charset=koi8-r', 'text=x'),
    'invalid_charset',
  ],
  ['JSON', json(post), 'ok'],
  ['JSON that ends early', raw('application/json', '{"channel"'), 'invalid_json'],
  ['JSON that is a list', json([post]), 'json_not_object'],
  ['JSON that is a word', json('post'), 'json_not_object'],
  ['XML', raw('text/xml', '<post/>'), 'invalid_post_type'],
  ['bare text, which nobody reads', raw('text/plain', 'channel=C0PIER&text=x'), 'invalid_arguments'],
  ['a list in brackets', form({ ...post, 'users[]': 'U0BO' }), 'invalid_array_arg'],
  ['an argument with an odd name', form({ ...post, 'a-b': 'c' }), 'invalid_arg_name'],
  ['a broken multipart form', raw('multipart/form-data', 'channel=C0PIER'), 'invalid_form_data'],
])('a post of %s', async (_, { body, ...headers }, answer) => {
  expect(await word('chat.postMessage', { headers: { ...bearer, ...headers }, body })).toBe(answer)
})

test('a post of a body without a content type', async () => {
  const body = new TextEncoder().encode('channel=C0PIER&text=x')
  expect(await word('chat.postMessage', { headers: bearer, body })).toBe('missing_post_type')
})

test.each(['api/chat.postMessage', 'client/act', 'commands/T1/1/x'])(
  'a body of more than four megabytes to %s',
  async (to) => {
    const body = new URLSearchParams({ ...post, text: 'x'.repeat(4 * 2 ** 20) })
    const response = await fetch(`${slack.url}/${to}`, { method: 'POST', headers: bearer, body })
    expect(response.status).toBe(413)
  },
)

test.each(['act', 'faults'])('what is no JSON to the page’s door /%s', async (to) => {
  const response = await fetch(`${slack.url}/client/${to}`, { method: 'POST', body: '{"as"' })
  expect(response.status).toBe(400)
})

test('a multipart form, as the official client sends what is binary', async () => {
  const body = new FormData()
  body.set('channel', 'C0PIER')
  body.set('text', 'x')
  expect(await word('chat.postMessage', { headers: bearer, body })).toBe('ok')
})

test('a query', async () => {
  expect(await word('users.info?user=U0BO', { method: 'GET', headers: bearer })).toBe('ok')
  expect(await word('users.info', { method: 'GET', headers: bearer })).toBe('invalid_arguments')
})

test('★ methods that read take no JSON', async () => {
  const { body, ...type } = json({ user: 'U0BO' })
  expect(await word('users.info', { headers: { ...bearer, ...type }, body })).toBe('invalid_arguments')
})

test.each([
  ['in a form', form({ token: slack.botToken }), 'ok'],
  ['in JSON', json({ token: slack.botToken }), 'not_authed'],
  ['nowhere', form({}), 'not_authed'],
  ['not a real one', form({ token: 'xoxb-made-up' }), 'invalid_auth'],
  ['an app-level one', form({ token: slack.appToken }), 'not_allowed_token_type'],
])('★ a token %s', async (_, { body, ...headers }, answer) => {
  expect(await word('auth.test', { headers, body })).toBe(answer)
})

test('★ a token in the query is not looked at', async () => {
  expect(await word(`auth.test?token=${slack.botToken}`, { method: 'GET' })).toBe('not_authed')
})

test('an answer says which scopes the token has and which the method wants', async () => {
  const { headers } = await fetch(`${slack.apiUrl}pins.list?channel=C0PIER`, { headers: bearer })
  expect(headers.get('x-accepted-oauth-scopes')).toBe('pins:read')
  expect(headers.get('x-oauth-scopes')?.split(',')).toEqual(slack.world.app.scopes)
})
