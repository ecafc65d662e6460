import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { afterAll, onTestFinished } from 'vitest'
import type { WorkspaceOptions } from '../options.ts'
import { startWorkspace, type Workspace } from '../workspace.ts'

const MANIFEST = new URL('slack-manifest.yml', import.meta.url).pathname
const PEOPLE = [
  { handle: 'ada', name: 'Ada Keller', zone: 'Europe/Berlin', admin: true },
  { handle: 'bo', name: 'Bo Diaz', zone: 'America/New_York' },
  { handle: 'cy', name: 'Cy Okoro', zone: 'UTC' },
  { handle: 'gus', name: 'Gus Guest', zone: 'UTC', guest: true },
]

const nothing = () => {}
export const SILENT: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
}

/** A workspace with four people and three channels, closed when the test is over. */
export async function workspace(options: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  const started = await start({ rateLimits: 'slack', ...options })
  onTestFinished(() => started.close())
  return started
}

/** One for all tests of a file, which keep out of each other's way; calls are not counted. */
export async function sharedWorkspace(options: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  const started = await start(options)
  afterAll(() => started.close())
  return started
}

function start(options: Partial<WorkspaceOptions>): Promise<Workspace> {
  return startWorkspace({
    manifest: MANIFEST,
    people: PEOPLE,
    groups: [{ handle: 'keepers', name: 'Keepers', members: ['ada', 'bo'] }],
    channels: [
      { name: 'general' },
      { name: 'pier', members: ['ada', 'bo', 'lighthouse'] },
      { name: 'vault', members: ['ada'], private: true },
    ],
    ...options,
  })
}

/** The small app's manifest, or one made from it, with one thing written differently. */
export async function changedManifest(from: string, to: string, of = MANIFEST): Promise<string> {
  const whole = await readFile(of, 'utf8')
  if (!whole.includes(from)) throw new Error(`the manifest does not say ${from}`)
  const path = join(await mkdtemp(join(tmpdir(), 'manifest-')), 'slack-manifest.yml')
  await writeFile(path, whole.replace(from, to))
  return path
}

const FURTHER_SCOPES = [
  'canvases:read',
  'canvases:write',
  'chat:write.customize',
  'dnd:read',
  'emoji:read',
  'files:read',
  'files:write',
  'groups:write',
  'links:read',
  'links:write',
  'mpim:history',
  'mpim:read',
  'mpim:write',
  'team.billing:read',
  'team:read',
  'usergroups:write',
  'users.profile:read',
  'users:write',
]

/** The small app's manifest with a scope for everything. */
export function fullManifest(): Promise<string> {
  return changedManifest(
    '- commands\n',
    `- commands\n${FURTHER_SCOPES.map((one) => `      - ${one}\n`).join('')}`,
  )
}

/** A client of the workspace's Web API that tries once. */
export function client(slack: Workspace, token = slack.botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    timeout: 5000,
    logger: SILENT,
  })
}

/** A Bolt app of the test's own making, served by signed HTTP. */
export async function httpApp(slack: Workspace, build: (app: App) => void): Promise<App> {
  const { app, stop } = await servedApp(slack, build)
  onTestFinished(stop)
  return app
}

/** The same for all tests of a file; whoever starts it stops it. */
export async function servedApp(slack: Workspace, build: (app: App) => void) {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, port: 0, logger: SILENT })
  const app = boltApp(slack, receiver)
  build(app)
  const server = await receiver.start(0)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`)
  return { app, stop: () => stop(app, server) }
}

/** Stops an app without waiting for connections that are only kept alive. */
export async function stop(app: App, server: Pick<Server, 'closeAllConnections'>): Promise<void> {
  const stopped = app.stop()
  server.closeAllConnections()
  await stopped
}

/** The same over Socket Mode. */
export async function socketApp(slack: Workspace, build: (app: App) => void): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: SILENT,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  })
  const app = boltApp(slack, receiver)
  build(app)
  await app.start()
  onTestFinished(() => app.stop().then(() => undefined))
  return app
}

function boltApp(slack: Workspace, receiver: HTTPReceiver | SocketModeReceiver): App {
  const app = new App({
    receiver,
    token: slack.botToken,
    botId: slack.world.app.botId,
    botUserId: slack.world.app.botUserId,
    tokenVerificationEnabled: false,
    convoStore: false,
    logger: SILENT,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  })
  app.error(async () => {})
  return app
}
