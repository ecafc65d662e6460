import { describe, expect, test } from 'vitest'
import { client, fullManifest, httpApp, sharedWorkspace, workspace } from './small/start.ts'

describe('a token that is no longer good', () => {
  test('was revoked; asking whether it could be changes nothing', async () => {
    const { auth } = client(await workspace())
    expect(await auth.revoke({ test: true })).toMatchObject({ revoked: false })
    expect(await auth.revoke({})).toMatchObject({ revoked: true })
    await expect(auth.test()).rejects.toThrow('token_revoked')
  })

  test('belongs to an app that removed itself, took leave of its channels, and heard of it', async () => {
    const slack = await workspace()
    const heard = Promise.withResolvers<void>()
    await httpApp(slack, (app) => app.event('app_uninstalled', async () => heard.resolve()))
    const { clientId: client_id, clientSecret: client_secret } = slack.world.app
    await client(slack).apps.uninstall({ client_id, client_secret })
    await heard.promise
    await expect(client(slack).auth.test()).rejects.toThrow('account_inactive')
    expect(slack.world.channels.get('C0PIER')?.members).not.toContain('U0LIGHTHOUSE')
  })

  test.each([
    ['client_id', 'invalid_client_id'],
    ['client_secret', 'bad_client_secret'],
  ])('is not had by guessing the %s', async (guessed, word) => {
    const slack = await workspace()
    const { clientId: client_id, clientSecret: client_secret } = slack.world.app
    const removed = client(slack).apps.uninstall({ client_id, client_secret, [guessed]: 'a guess' })
    await expect(removed).rejects.toThrow(word)
    await client(slack).auth.test()
  })
})

const slack = await sharedWorkspace({ manifest: await fullManifest() })
const web = client(slack)

test('the app asks who may see an event with its app-level token, in the header only', async () => {
  const asApp = client(slack, slack.appToken).apps.event.authorizations
  expect(await asApp.list({ event_context: 'EC0SOME' })).toMatchObject({
    authorizations: [{ team_id: 'T0HARBOUR', user_id: 'U0LIGHTHOUSE', is_bot: true }],
  })
  await expect(asApp.list({ event_context: 'elsewhere' })).rejects.toThrow('invalid_event_context')
  const asBot = web.apps.event.authorizations.list({ event_context: 'EC0SOME' })
  await expect(asBot).rejects.toThrow('not_allowed_token_type')
})

test('the app asks about the workspace and itself', async () => {
  expect((await web.team.info()).team).toMatchObject({ id: 'T0HARBOUR', domain: 'harbour' })
  await expect(web.team.info({ team: 'T0OTHER' })).rejects.toThrow('team_not_found')
  const { bot } = await web.bots.info({ bot: 'B0LIGHTHOUSE' })
  expect(bot).toMatchObject({ user_id: 'U0LIGHTHOUSE', app_id: 'A0LIGHTHOUSE', deleted: false })
  await expect(web.bots.info({ bot: 'B0OTHER' })).rejects.toThrow('bot_not_found')
  expect(await web.emoji.list({})).toMatchObject({ emoji: {} })
  expect(await web.auth.teams.list({})).toMatchObject({ teams: [{ id: 'T0HARBOUR', name: 'Harbour' }] })
  expect(await web.team.profile.get({})).toMatchObject({ profile: { fields: [] } })
  expect(await web.team.billing.info({})).toMatchObject({ plan: 'plus' })
  slack.faults.change({ workspace: { paid: false } })
  expect(await web.team.billing.info({})).toMatchObject({ plan: 'free' })
  slack.faults.change({ workspace: { paid: true } })
})

describe('without any token', () => {
  const nobody = client(slack, '')

  test('a call can be tried', async () => {
    expect(await nobody.apiCall('api.test', { foo: 'bar' })).toMatchObject({ ok: true, args: { foo: 'bar' } })
    await expect(nobody.api.test({ error: 'my_error' })).rejects.toThrow('my_error')
  })

  test('blocks can be tried: one thing at a time, every fault named with its place', async () => {
    const validate = (args: Record<string, unknown>) => nobody.apiCall('blocks.validate', args)
    expect(await validate({ blocks: [{ type: 'divider' }] })).toMatchObject({ ok: true })
    const wrong = [{ type: 'section', text: { type: 'invalid', text: 'x' } }]
    await expect(validate({ blocks: wrong })).rejects.toMatchObject({
      data: { error: 'invalid_blocks', errors: [{ pointer: '/0/text/type', code: 'failed_constraint' }] },
    })
    await expect(validate({ view: { type: 'modal' } })).rejects.toThrow('invalid_view')
    await expect(validate({ message: { blocks: wrong } })).rejects.toThrow('invalid_message')
    await expect(validate({ blocks: [], view: {} })).rejects.toThrow('invalid_arguments')
  })
})
