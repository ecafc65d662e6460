import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { App, LogLevel } from '@slack/bolt'
import { expect, onTestFinished, test } from 'vitest'
import { castOf } from '../../scripts/workspace/telling.ts'
import type { Act, ActResult, ClientState } from './protocol.ts'

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

test('people are spread over the world, and the first looks after the workspace', () => {
  expect(castOf('ada, @bo,,cy').map(({ handle, zone, admin }) => [handle, zone, admin])).toEqual([
    ['ada', 'Europe/Berlin', true],
    ['bo', 'America/New_York', false],
    ['cy', 'Asia/Tokyo', false],
  ])
})
