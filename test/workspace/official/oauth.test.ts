import { App, HTTPReceiver } from '@slack/bolt'
import { MemoryInstallationStore } from '@slack/oauth'
import { expect, onTestFinished, test } from 'vitest'
import { client, SILENT, stop } from '../small/start.ts'
import { install, installable, installer } from './installer.ts'

const source = { teamId: 'T0HARBOUR', enterpriseId: undefined, isEnterpriseInstall: false }

test('the installer brings an app in: page, consent, code, token, store, authorize', async () => {
  const slack = await installable()
  const { provider, url } = await installer(slack)
  await expect(provider.authorize(source)).rejects.toThrow('Failed fetching')
  const done = await install(slack, url)
  expect(done.status).toBe(200)
  expect(await done.text()).toContain('slack://app?team=T0HARBOUR&amp;id=A0LIGHTHOUSE')

  const { botToken, botId, botUserId, teamId } = await provider.authorize(source)
  expect({ botId, botUserId, teamId }).toEqual({
    botId: 'B0LIGHTHOUSE',
    botUserId: 'U0LIGHTHOUSE',
    teamId: 'T0HARBOUR',
  })
  const answer = await client(slack, botToken).chat.postMessage({ channel: 'C0PIER', text: 'Lit' })
  expect(answer.response_metadata?.scopes).toContain('links:read')
})

test('somebody who says no is sent back with it, and nothing is stored', async () => {
  const slack = await installable()
  const { installationStore, url } = await installer(slack)
  const refused = await install(slack, url, { decision: 'cancel' })
  expect(refused.status).toBe(500)
  expect(await refused.text()).toContain('slack_oauth_installer_authorization_error')
  expect(Object.keys(installationStore.devDB)).toEqual([])
})

test('a browser without the cookie is turned away before the code is spent', async () => {
  const slack = await installable()
  const { installationStore, url } = await installer(slack)
  expect((await install(slack, url, { cookie: false })).status).toBe(400)
  expect(slack.calls('oauth.v2.access')).toEqual([])
  expect(Object.keys(installationStore.devDB)).toEqual([])
})

test('a token that ends within two hours is renewed by authorize, and stored', async () => {
  const slack = await installable(true)
  const { provider, installationStore, url } = await installer(slack)
  await install(slack, url)
  const first = await provider.authorize(source)
  expect(first.botToken).toMatch(/^xoxe\.xoxb-1-/)
  expect((await provider.authorize(source)).botToken).toBe(first.botToken)

  const stored = await installationStore.fetchInstallation(source)
  if (stored.bot) stored.bot.expiresAt = Math.floor(Date.now() / 1000) + 7199
  const second = await provider.authorize(source)
  expect(second.botToken).not.toBe(first.botToken)
  expect((await installationStore.fetchInstallation(source)).bot?.token).toBe(second.botToken)
  await expect(client(slack, second.botToken).auth.test()).resolves.toMatchObject({ ok: true })
})

test('Bolt with its own installer answers a workspace once it is installed there', async () => {
  const slack = await installable()
  const oauth = {
    clientId: slack.world.app.clientId,
    clientSecret: slack.world.app.clientSecret,
    stateSecret: 'the sea',
    scopes: ['chat:write'],
    installationStore: new MemoryInstallationStore(),
  }
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } }
  const installerOptions = { authorizationUrl: `${slack.url}/oauth/v2/authorize`, clientOptions }
  const { signingSecret } = slack
  const receiver = new HTTPReceiver({ ...oauth, signingSecret, installerOptions, logger: SILENT })
  const app = new App({ ...oauth, receiver, convoStore: false, clientOptions, logger: SILENT })
  app.command('/lamp', async ({ ack, say }) => {
    await ack()
    await say('Lit')
  })
  const server = await receiver.start(0)
  onTestFinished(() => stop(app, server))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  slack.deliverTo(`${url}/slack/events`)

  const ada = slack.as('ada')
  expect((await ada.run('/lamp', { in: '#pier' })).text).toContain('dispatch_failed')
  await install(slack, url)
  await ada.run('/lamp', { in: '#pier' })
  await ada.waits('#pier', 'Lit')
})
