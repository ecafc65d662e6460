import { createServer } from 'node:http'
import { InstallProvider, MemoryInstallationStore } from '@slack/oauth'
import { onTestFinished } from 'vitest'
import { changedManifest, SILENT, workspace } from '../small/start.ts'
import type { Workspace } from '../workspace.ts'

const BACK = 'https://light.example/slack/oauth_redirect'

/** A workspace whose app has an address to come back to; its tokens rotate if asked. */
export async function installable(rotating = false): Promise<Workspace> {
  const back = await changedManifest('oauth_config:\n', `oauth_config:\n  redirect_urls: [${BACK}]\n`)
  const rotation = 'token_rotation_enabled: true\n  interactivity:'
  return workspace({ manifest: rotating ? await changedManifest('interactivity:', rotation, back) : back })
}

/** The official installer and its store behind two pages, as its own guide sets them up. */
export async function installer(slack: Workspace) {
  const installationStore = new MemoryInstallationStore()
  const provider = new InstallProvider({
    clientId: slack.world.app.clientId,
    clientSecret: slack.world.app.clientSecret,
    stateSecret: 'the sea',
    installationStore,
    authorizationUrl: `${slack.url}/oauth/v2/authorize`,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    logger: SILENT,
  })
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/slack/oauth_redirect')) void provider.handleCallback(request, response)
    else void provider.handleInstallPath(request, response, {}, { scopes: ['chat:write', 'links:read'] })
  })
  const listening = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', listening.resolve)
  await listening.promise
  onTestFinished(() => void server.close())
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return { provider, installationStore, url }
}

interface Going {
  as?: string
  decision?: 'allow' | 'cancel'
  /** Whether the browser brings the installer's cookie back. */
  cookie?: boolean
}

/** What a browser goes through, from the page with "Add to Slack" to the installer's last word. */
export async function install(slack: Workspace, url: string, going: Going = {}): Promise<Response> {
  const { as = 'ada', decision = 'allow', cookie = true } = going
  const begun = await fetch(`${url}/slack/install`)
  const link = /href="([^"]*oauth\/v2\/authorize[^"]*)"/.exec(await begun.text())?.[1] ?? ''
  const asking = await (await fetch(link.replaceAll('&amp;', '&'))).text()
  const kept = [...asking.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)]
  const form = new URLSearchParams({ as })
  for (const [, name = '', value = ''] of kept) form.set(name, value)
  form.set('decision', decision)
  const decided = await fetch(`${slack.url}/oauth/v2/authorize`, {
    method: 'POST',
    redirect: 'manual',
    body: form,
  })
  const back = new URL(decided.headers.get('location') ?? '')
  const brought = cookie ? { cookie: begun.headers.get('set-cookie')?.split(';')[0] ?? '' } : undefined
  return fetch(`${url}/slack/oauth_redirect${back.search}`, { ...(brought && { headers: brought }) })
}
