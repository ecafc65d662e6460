import { App, type AppOptions, HTTPReceiver } from '@slack/bolt'
import { onTestFinished } from 'vitest'
import { signature } from '../delivery/signature.ts'
import { SILENT, stop } from '../small/start.ts'
import type { Workspace } from '../workspace.ts'

export interface Served {
  app: App
  url: string
}

/** A Bolt app as Bolt makes it, with nothing of ours to soften its errors. */
export async function bare(
  slack: Workspace,
  build: (app: App) => void,
  options: AppOptions & { patience?: number } = {},
): Promise<Served> {
  const { patience = 3001, ...others } = options
  const receiver = new HTTPReceiver({
    signingSecret: slack.signingSecret,
    port: 0,
    logger: SILENT,
    unhandledRequestTimeoutMillis: patience,
  })
  const { app: me } = slack.world
  const known = options.authorize ? {} : { token: slack.botToken, botId: me.botId, botUserId: me.botUserId }
  const app = new App({
    receiver,
    ...known,
    tokenVerificationEnabled: false,
    convoStore: false,
    logger: SILENT,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    ...others,
  })
  build(app)
  const server = await receiver.start(0)
  onTestFinished(() => stop(app, server))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/slack/events`
  slack.deliverTo(url)
  return { app, url }
}

/** What the app answers to a body that is signed as Slack signs, by its status. */
export async function statusOf(
  slack: Workspace,
  url: string,
  body: string,
  given: object = {},
): Promise<number> {
  const sent = { at: Math.floor(Date.now() / 1000), type: 'application/json', signed: true, ...given }
  const headers = {
    'content-type': sent.type,
    'x-slack-request-timestamp': String(sent.at),
    'x-slack-signature': sent.signed ? signature(slack.signingSecret, sent.at, body) : 'v0=00',
  }
  return (await fetch(url, { method: 'POST', headers, body })).status
}
