import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { App, LogLevel } from '@slack/bolt'
import { expect, onTestFinished, test } from 'vitest'
import { saveOnceAnswered } from '../../scripts/workspace/request-url.ts'
import { castOf, howToConnect } from '../../scripts/workspace/telling.ts'
import { startTrouble } from '../../scripts/workspace/trouble.ts'
import type { Act, ActResult, ClientState } from './protocol.ts'
import { workspace } from './small/start.ts'

/** Starts the script as a process and reads what it prints, until it says how to stop it. */
async function printed(...options: string[]): Promise<string> {
  const script = spawn(process.execPath, ['scripts/workspace.ts', '--port', '0', ...options])
  onTestFinished(async () => {
    script.kill()
    await new Promise((resolve) => script.once('exit', resolve))
  })
  const troubles: string[] = []
  script.stderr.on('data', (text) => troubles.push(String(text)))
  const lines: string[] = []
  for await (const line of createInterface({ input: script.stdout })) {
    lines.push(line)
    if (line.startsWith('Stop with')) return lines.join('\n')
  }
  throw new Error(troubles.join(''))
}

const stringing = (pattern: RegExp): unknown => expect.stringMatching(pattern)

const found = (text: string, pattern: RegExp) =>
  pattern.exec(text)?.[1] ?? expect.fail(`${pattern} in ${text}`)

test('any Bolt app can be pointed at a workspace that was started alone', async () => {
  const told = await printed('--manifest', 'test/workspace/small/slack-manifest.yml', '--people', 'ada, @bo')
  const app = new App({
    token: found(told, /SLACK_BOT_TOKEN=(\S+)/),
    appToken: found(told, /SLACK_APP_TOKEN=(\S+)/),
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: found(told, /SLACK_API_URL=(\S+)/) },
  })
  app.command('/lamp', ({ ack, body }) => ack(`${body.user_name} turns it ${body.text}`))
  await app.start()
  onTestFinished(() => app.stop().then(() => undefined))

  const url = found(told, /is open: (\S+)/)
  const act: Act = { type: 'command', channel: 'C0GENERAL', text: '/lamp on' }
  const answer = await fetch(`${url}/client/act`, {
    method: 'POST',
    body: JSON.stringify({ as: 'bo', act }),
  })
  // The workspace's server is typed by the same protocol.
  expect((await answer.json()) as ActResult).toMatchObject({ ok: true })
  const state = (await (await fetch(`${url}/client/state?as=bo`)).json()) as ClientState
  const general = state.channels.find(({ name }) => name === 'general')
  expect(general?.messages).toMatchObject([{ text: 'bo turns it on', ephemeral: true }])
  expect(await (await fetch(url)).text()).toContain('<div id="page">')
})

test('a request URL is saved as soon as the app there gives the challenge back', async () => {
  const slack = await workspace()
  const asked: string[] = []
  const app = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    asked.push(body)
    expect(slack.requestUrl).toBeNull()
    response.end(asked.length < 3 ? 'not up yet' : JSON.parse(body).challenge)
  })
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void app.close())
  const address = app.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/slack/events`
  const said: string[] = []
  const { signal } = new AbortController()
  await saveOnceAnswered(slack, url, { signal, say: (line) => said.push(line), everyMs: 1 })
  expect(asked).toHaveLength(3)
  expect(slack.requestUrl).toBe(url)
  expect(said).toMatchObject(
    [/does not give the challenge back yet/, /gave the challenge back/].map(stringing),
  )
})

test('a slip in how it is started is told in a line', async () => {
  const given = (code: string, path = '') => Object.assign(new Error('x'), { code, path })
  expect(startTrouble(given('EADDRINUSE'))).toBe(
    'Another program listens on that port. Choose one with --port.',
  )
  expect(startTrouble(given('ENOENT', 'app.yml'))).toContain('app.yml is not there.')
  expect(startTrouble(new Error('app.yml cannot be installed:\nbot_user'))).toMatch(/^app.yml .*\nbot_user$/)
  expect(startTrouble(new Error('anything else'))).toContain('alone.test.ts')
  const unknown = await printed('--ports', '1').catch(String)
  expect(unknown).toMatch(/^Error: Unknown option '--ports'/)
  expect(unknown).not.toContain('node:internal')
})

test('what it prints names everything that OAuth needs', async () => {
  const back = 'http://127.0.0.1:3000/slack/oauth_redirect'
  const none = howToConnect(await workspace(), undefined).join('\n')
  expect(none).toContain(`--redirect-to ${back}`)
  const slack = await workspace({ redirectUrls: [back] })
  const told = howToConnect(slack, undefined).join('\n')
  expect(told).toContain(`sends people back to ${back}`)
  expect(found(told, /CLIENT_ID=(\S+)/)).toBe(slack.world.app.clientId)
  expect(found(told, /CLIENT_SECRET=(\S+)/)).toBe(slack.world.app.clientSecret)
  expect(found(told, /authorizationUrl: '(\S+)'/)).toBe(`${slack.url}/oauth/v2/authorize`)
})

test('people are spread over the world, and the first looks after the workspace', () => {
  expect(castOf('ada, @bo,,cy').map(({ handle, zone, admin }) => [handle, zone, admin])).toEqual([
    ['ada', 'Europe/Berlin', true],
    ['bo', 'America/New_York', false],
    ['cy', 'Asia/Tokyo', false],
  ])
})
