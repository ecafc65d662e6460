import { createServer } from 'node:http'
import { InstallProvider } from '@slack/oauth'
import { expect, onTestFinished, test } from 'vitest'
import { install, installable, installer } from '../official/installer.ts'
import { SILENT, workspace } from '../small/start.ts'
import { bare } from './bolt.ts'

test('the state cookie is Secure', async () => {
  const provider = new InstallProvider({
    clientId: '1.1',
    clientSecret: 'x',
    stateSecret: 'y',
    logger: SILENT,
  })
  const server = createServer((request, response) => {
    void provider.handleInstallPath(request, response, {}, { scopes: ['chat:write'] })
  })
  const listening = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', listening.resolve)
  await listening.promise
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const page = await fetch(`http://127.0.0.1:${port}/slack/install`)
  expect(page.headers.get('set-cookie')).toMatch(/^slack-app-oauth-state=.+; Secure; HttpOnly/)
})

test('authVersion v2 must be kept or tokens are not refreshed', async () => {
  const slack = await installable(true)
  const { provider, installationStore, url } = await installer(slack)
  await install(slack, url)
  const source = { teamId: slack.world.team.id, enterpriseId: undefined, isEnterpriseInstall: false }
  const stored = await installationStore.fetchInstallation(source)
  if (stored.bot) stored.bot.expiresAt = Math.floor(Date.now() / 1000)
  delete stored.authVersion
  await expect(provider.authorize(source)).rejects.toThrow('must have "authVersion": "v2"')
  stored.authVersion = 'v2'
  await provider.authorize(source)
  expect(slack.calls('oauth.v2.access').map(({ args }) => args.grant_type)).toEqual([
    undefined,
    'refresh_token',
  ])
})

test('authorize is skipped when the app is uninstalled', async () => {
  const slack = await workspace()
  const heard = Promise.withResolvers<string | undefined>()
  let asked = 0
  const authorize = async () => {
    asked += 1
    return { botToken: slack.botToken }
  }
  await bare(
    slack,
    (app) => {
      app.event('app_uninstalled', async ({ context }) => heard.resolve(context.botToken))
    },
    { authorize },
  )
  slack.admin.uninstall()
  expect(await heard.promise).toBeUndefined()
  expect(asked).toBe(0)
})
