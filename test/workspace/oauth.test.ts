import { describe, expect, test } from 'vitest'
import { Grants } from './oauth/grants.ts'
import { changedManifest, client, sharedWorkspace, workspace } from './small/start.ts'
import type { Workspace } from './workspace.ts'

const HOME = 'https://light.example/slack'
const withRedirects = (urls: string) =>
  changedManifest('oauth_config:\n', `oauth_config:\n  redirect_urls: [${urls}]\n`)
const slack = await sharedWorkspace({ manifest: await withRedirects(HOME) })
const { clientId: client_id, clientSecret: client_secret } = slack.world.app

/** What the page asks ada, and where her browser is sent then. */
async function consent(asked: Record<string, string> = {}, of = slack): Promise<string> {
  const body = {
    client_id: of.world.app.clientId,
    scope: 'chat:write',
    as: 'ada',
    decision: 'allow',
    ...asked,
  }
  const response = await fetch(`${of.url}/oauth/v2/authorize`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(body),
  })
  const page = /<h1>(.*)<\/h1>/.exec(await response.text())
  return page?.[1] ?? response.headers.get('location') ?? ''
}

async function codeFrom(asked: Record<string, string> = {}, of = slack): Promise<string> {
  return new URL(await consent(asked, of)).searchParams.get('code') ?? ''
}

const access = async (args: Record<string, string>, of: Workspace = slack) => {
  const { clientId, clientSecret } = of.world.app
  const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...args })
  const response = await fetch(`${of.apiUrl}oauth.v2.access`, { method: 'POST', body })
  // Only the workspace answers here.
  return (await response.json()) as Record<string, unknown>
}

describe('an app is let in', () => {
  test('with what it had and what it asks for', async () => {
    const answer = await access({ code: await codeFrom({ scope: 'links:read,chat:write' }) })
    expect(String(answer.scope).split(',')).toEqual(expect.arrayContaining(['links:read', 'pins:write']))
  })

  test('into an organisation, and then into no single workspace', async () => {
    const organisation = { id: 'E0SEA', name: 'Sea' }
    const other = await workspace({ manifest: await withRedirects(HOME), organisation })
    const answer = await access({ code: await codeFrom({}, other) }, other)
    expect(answer).toMatchObject({ team: null, enterprise: organisation, is_enterprise_install: true })
  })

  test('again after it was removed, with the same token', async () => {
    const other = await workspace({ manifest: await withRedirects(HOME) })
    other.admin.uninstall()
    await expect(client(other).auth.test()).rejects.toThrow('account_inactive')
    expect(await access({ code: await codeFrom({}, other) }, other)).toMatchObject({ ok: true })
    await client(other).auth.test()
  })

  test('by name and secret in the header too', async () => {
    const basic = Buffer.from(`${client_id}:${client_secret}`).toString('base64')
    const response = await fetch(`${slack.apiUrl}oauth.v2.access`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ code: await codeFrom() }),
    })
    expect(await response.json()).toMatchObject({ ok: true, token_type: 'bot' })
  })
})

describe('a person is sent back', () => {
  test.each([
    ['nowhere from an unknown app', { client_id: '1.2' }, 'invalid_client_id'],
    ['nowhere when nothing is asked for', { scope: '' }, 'no_scopes'],
    ['nowhere unregistered', { redirect_uri: 'https://dark.example/slack' }, 'bad_redirect_uri'],
    ['nowhere that only begins alike', { redirect_uri: `${HOME}er` }, 'bad_redirect_uri'],
    ['with a refusal', { decision: 'cancel', state: 's' }, `${HOME}?error=access_denied&state=s`],
    ['with a refusal if they are a guest', { as: 'gus' }, `${HOME}?error=access_denied`],
  ])('%s', async (_, asked, where) => {
    expect(await consent(asked)).toBe(where)
  })

  test('nowhere, and is told where to instead', async () => {
    const asked = new URLSearchParams({
      client_id,
      scope: 'chat:write',
      redirect_uri: 'https://dark.example',
    })
    const page = await fetch(`${slack.url}/oauth/v2/authorize?${asked}`)
    expect([page.status, await page.text()]).toEqual([
      400,
      expect.stringContaining(`Redirect URLs: ${HOME}.`),
    ])
  })

  test('below the registered address, and to it when none is named', async () => {
    expect(await consent({ redirect_uri: `${HOME}/back` })).toMatch(`${HOME}/back?code=`)
    expect(await consent()).toMatch(`${HOME}?code=`)
  })

  test('★ of several addresses one must be named', async () => {
    const two = await workspace({ manifest: await withRedirects(`${HOME}, https://other.example`) })
    expect(await consent({}, two)).toBe('bad_redirect_uri')
    expect(await consent({ redirect_uri: HOME }, two)).toMatch(HOME)
  })
})

describe('a code', () => {
  test.each([
    ['of nobody', { code: 'made up' }, 'invalid_code'],
    ['from another app', { client_id: '1.2' }, 'invalid_client_id'],
    ['with a wrong secret', { client_secret: 'guess' }, 'bad_client_secret'],
    ['with another address', { redirect_uri: HOME }, 'bad_redirect_uri'],
    ['for another kind of grant', { grant_type: 'password' }, 'invalid_grant_type'],
    ['that is no refresh token', { grant_type: 'refresh_token' }, 'invalid_refresh_token'],
  ])('%s is refused', async (_, args, error) => {
    const code = await codeFrom()
    expect(await access({ code, ...args })).toEqual({ ok: false, error })
  })

  test('is good once', async () => {
    const code = await codeFrom()
    expect(await access({ code })).toMatchObject({ ok: true })
    expect(await access({ code })).toEqual({ ok: false, error: 'invalid_code' })
  })

  test('is good for ten minutes', () => {
    let now = 0
    const grants = new Grants(slack.world, () => now)
    const asked = { user: 'U0ADA', scopes: ['chat:write'], redirectUri: undefined }
    const [early, late] = [grants.codeFor(asked), grants.codeFor(asked)]
    now = 10 * 60_000
    expect(grants.redeem(early, undefined).consent.user).toBe('U0ADA')
    now += 1
    expect(() => grants.redeem(late, undefined)).toThrow('invalid_code')
  })
})

describe('tokens that rotate', () => {
  test('live twelve hours, two at a time, and are renewed once each', async () => {
    const path = await changedManifest('interactivity:', 'token_rotation_enabled: true\n  interactivity:')
    const manifest = await changedManifest(
      'oauth_config:\n',
      `oauth_config:\n  redirect_urls: [${HOME}]\n`,
      path,
    )
    const other = await workspace({ manifest })
    const renew = (refresh_token: unknown) =>
      access({ grant_type: 'refresh_token', refresh_token: String(refresh_token) }, other)
    const works = (token: unknown) =>
      client(other, String(token))
        .auth.test()
        .then(
          () => 'ok',
          (error: Error) => error.message.split(': ')[1],
        )
    const first = await access({ code: await codeFrom({}, other) }, other)
    expect(first).toMatchObject({ access_token: expect.stringMatching(/^xoxe\.xoxb-1-/), expires_in: 43_200 })
    const second = await renew(first.refresh_token)
    expect(await renew(first.refresh_token)).toEqual({ ok: false, error: 'invalid_refresh_token' })
    expect([await works(first.access_token), await works(second.access_token)]).toEqual(['ok', 'ok'])
    const third = await renew(second.refresh_token)
    expect(await works(first.access_token)).toBe('invalid_auth')
    const token = other.world.tokens.get(String(third.access_token))
    expect(token?.expiresAt).toBeGreaterThan(Date.now() + 43_000_000)
    if (token) token.expiresAt = Date.now() - 1
    expect(await works(third.access_token)).toBe('token_expired')
  })
})
