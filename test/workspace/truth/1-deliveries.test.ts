import { SocketModeClient } from '@slack/socket-mode'
import { expect, onTestFinished, test } from 'vitest'
import type { WorkspaceOptions } from '../options.ts'
import { changedManifest, client, httpApp, SILENT, socketApp, workspace } from '../small/start.ts'
import { bare, statusOf } from './bolt.ts'
import { inProcess } from './child.ts'

const button = (extra: object = {}) => ({
  type: 'actions' as const,
  elements: [
    { type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' }, ...extra },
  ],
})

/** An app that keeps what its button, its shortcut and mentions of it bring. */
async function hearing(options: Partial<WorkspaceOptions> = {}) {
  const slack = await workspace(options)
  const heard: Record<string, unknown>[] = []
  await httpApp(slack, (app) => {
    app.command('/lamp', async ({ ack, body }) => {
      heard.push({ ...body })
      await ack({ text: 'Card', blocks: [button()] })
    })
    app.action('go', async ({ ack, body }) => {
      heard.push({ ...body })
      await ack()
    })
    app.shortcut('light', async ({ ack, body }) => {
      heard.push({ ...body })
      await ack()
    })
  })
  return { slack, heard, ada: slack.as('ada') }
}

test('Bolt answers 401 to what is stale or unsigned, 400 to a form with a charset, 200 to a probe', async () => {
  const slack = await workspace()
  const { url } = await bare(slack, () => {})
  const now = Math.floor(Date.now() / 1000)
  const form = 'application/x-www-form-urlencoded'
  const status = (given: object, body = '{"type":"url_verification","challenge":"x"}') =>
    statusOf(slack, url, body, given)
  expect(await status({})).toBe(200)
  expect(await status({ at: now - 301 })).toBe(401)
  expect(await status({ at: now + 3600 })).toBe(200)
  expect(await status({ signed: false })).toBe(401)
  expect(await status({ type: `${form}; charset=utf-8` }, 'payload=%7B%7D')).toBe(400)
  expect(await status({ type: form, signed: false }, 'ssl_check=1&token=x')).toBe(200)
})

test('a command that nobody takes up gets 404 from Bolt', async () => {
  const slack = await workspace()
  await bare(slack, () => {}, { patience: 50 })
  const answer = await slack.as('ada').run('/lamp', { in: '#pier' })
  expect(answer.text).toContain('dispatch_failed')
  expect(slack.traffic.deliveries('/lamp')[0]?.ack).toMatchObject({ ok: false, reason: 'http_error' })
})

test('slash commands cannot be invoked in a thread and have no thread_ts', async () => {
  const { heard, ada } = await hearing()
  const thread = await ada.say('#pier', 'Ahoy')
  await expect(ada.say('#pier', '/lamp on', { thread })).rejects.toThrow('not_supported_in_threads')
  await ada.run('/lamp on', { in: '#pier' })
  expect(heard).toHaveLength(1)
  expect(heard[0]).not.toHaveProperty('thread_ts')
})

test('a press on an ephemeral message comes without the message', async () => {
  const { heard, ada } = await hearing()
  await ada.press((await ada.run('/lamp', { in: '#pier' })).first, 'Go')
  expect(heard[1]).toMatchObject({ container: { is_ephemeral: true } })
  expect(heard[1]).not.toHaveProperty('message')
})

test('URL buttons still send a payload', async () => {
  const { slack, heard, ada } = await hearing()
  const blocks = [button({ url: 'https://docs.example' })]
  await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'Card', blocks })
  await ada.press(await ada.waits('#pier', 'Card'), 'Go')
  expect(heard).toMatchObject([{ actions: [{ url: 'https://docs.example' }] }])

  const option = {
    text: { type: 'plain_text' as const, text: 'Docs' },
    value: 'docs',
    url: 'https://docs.example',
  }
  const menu = { type: 'overflow' as const, action_id: 'go', options: [option] }
  await client(slack).chat.postMessage({
    channel: 'C0PIER',
    text: 'Menu',
    blocks: [{ type: 'actions', elements: [menu] }],
  })
  await ada.press(await ada.waits('#pier', 'Menu'), '▾ > Docs')
  expect(heard[1]).toMatchObject({ actions: [{ selected_option: { value: 'docs' } }] })
})

test('a global shortcut has no channel, no response_url and no text', async () => {
  const { heard, ada } = await hearing()
  await ada.globalShortcut('Light the lamp')
  expect(heard).toMatchObject([{ type: 'shortcut', callback_id: 'light' }])
  for (const field of ['channel', 'response_url', 'text']) expect(heard[0]).not.toHaveProperty(field)
})

test('a mention comes as two events with one ts and two event_ids', async () => {
  const { slack, ada } = await hearing()
  await ada.say('#pier', '@lighthouse ahoy')
  const twice = () => slack.traffic.deliveries().filter((one) => one.type === 'event' && one.ack)
  const two = await slack.until(() => twice().length === 2 && twice())
  const bodies = two.map(({ payload }) => payload as { event: { ts: string }; event_id: string })
  expect(two.map(({ name }) => name).toSorted()).toEqual(['app_mention', 'message'])
  expect(new Set(bodies.map(({ event }) => event.ts)).size).toBe(1)
  expect(new Set(bodies.map(({ event_id }) => event_id)).size).toBe(2)
})

test('in shared channels team_id may not be where the bot lives', async () => {
  const slack = await workspace()
  slack.admin.welcome({ handle: 'nils', name: 'Nils Berg', zone: 'Europe/Oslo', team: 'T0FJORD' })
  await slack.as('ada').invite('#pier', 'nils')
  const heard = Promise.withResolvers<object>()
  await httpApp(slack, (app) => {
    app.message(async ({ body, context }) => heard.resolve({ ...body, lives: context.teamId }))
  })
  await slack.as('nils').say('#pier', 'Hello from the fjord')
  const authorizations = [{ team_id: 'T0HARBOUR' }]
  const known = { context_team_id: 'T0HARBOUR', lives: 'T0HARBOUR', authorizations }
  expect(await heard.promise).toMatchObject({ team_id: 'T0FJORD', ...known })
})

test('team is null when the app is installed org-wide', async () => {
  const { slack, heard, ada } = await hearing({ organisation: { id: 'E0SEA', name: 'Sea' } })
  await ada.press((await ada.run('/lamp', { in: '#pier' })).first, 'Go')
  expect(heard[0]).toMatchObject({ enterprise_id: 'E0SEA', is_enterprise_install: 'true' })
  const enterprise = { id: 'E0SEA', name: 'Sea' }
  const user = { id: 'U0ADA', team_id: 'T0HARBOUR' }
  expect(heard[1]).toMatchObject({ team: null, enterprise, is_enterprise_install: true, user })
  expect(await client(slack).auth.test()).toMatchObject({
    enterprise_id: 'E0SEA',
    is_enterprise_install: true,
  })
})

test('channel ids can change when shared', async () => {
  const manifest = await changedManifest('- channel_rename', '- channel_id_changed')
  const slack = await workspace({ manifest })
  const heard = Promise.withResolvers<{ old_channel_id: string; new_channel_id: string }>()
  await httpApp(slack, (app) => {
    app.event('channel_id_changed', async ({ event }) => heard.resolve(event))
  })
  slack.admin.changeId('pier')
  const { old_channel_id, new_channel_id } = await heard.promise
  expect(old_channel_id).toBe('C0PIER')
  const { chat } = client(slack)
  await expect(chat.postMessage({ channel: old_channel_id, text: 'x' })).rejects.toThrow('channel_not_found')
  await chat.postMessage({ channel: new_channel_id, text: 'Still here' })
  await slack.as('ada').waits('#pier', 'Still here')
})

test('each payload goes to exactly one connection', async () => {
  const slack = await workspace()
  let heard = 0
  for (const _ of ['first', 'second']) {
    await socketApp(slack, (app) => {
      app.command('/lamp', async ({ ack }) => {
        heard += 1
        await ack()
      })
    })
  }
  for (let time = 1; time <= 4; time++) await slack.as('ada').run('/lamp', { in: '#pier' })
  expect(heard).toBe(4)
})

test('a socket client closes at once on any disconnect and comes back after its ping timeout', async () => {
  const slack = await workspace()
  const clientOptions = { slackApiUrl: slack.apiUrl }
  const clientPingTimeout = 400
  const socket = new SocketModeClient({
    appToken: slack.appToken,
    clientOptions,
    clientPingTimeout,
    logger: SILENT,
  })
  await socket.start()
  onTestFinished(() => socket.disconnect())
  const asked = performance.now()
  const back = new Promise<void>((resolve) => socket.once('connected', () => resolve()))
  slack.disconnect('warning')
  await back
  expect(performance.now() - asked).toBeGreaterThan(clientPingTimeout - 50)
})

test('a socket client that cannot reopen leaves an unhandled rejection', async () => {
  const slack = await workspace()
  const ended = inProcess(`
    import { SocketModeClient } from '@slack/socket-mode'
    const clientOptions = { slackApiUrl: '${slack.apiUrl}', retryConfig: { retries: 0 } }
    await new SocketModeClient({ appToken: '${slack.appToken}', clientOptions, clientPingTimeout: 200 }).start()
    await fetch('${slack.apiUrl}auth.test', { method: 'POST' })
  `)
  await slack.answered('auth.test')
  slack.before('apps.connections.open', () => ({ body: { ok: false, error: 'account_inactive' } }))
  slack.disconnect('refresh_requested')
  const { code, complaint } = await ended
  expect(code).not.toBe(0)
  expect(complaint).toContain('account_inactive')
})
