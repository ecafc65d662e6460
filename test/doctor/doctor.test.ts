import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cast, castGroups } from '../../scripts/demo/cast.ts'
import { checkClock, checkSlackClock } from '../../scripts/doctor/clock.ts'
import { checkDatabase } from '../../scripts/doctor/database.ts'
import { type Finding, looked } from '../../scripts/doctor/finding.ts'
import { checkPort, checkRequestUrl } from '../../scripts/doctor/reach.ts'
import { checkAppToken, checkBotToken, readAppManifest } from '../../scripts/doctor/slack.ts'
import { checkChannels, checkPeople } from '../../scripts/doctor/workspace.ts'
import { makeLog } from '../../src/log.ts'
import { loadManifest } from '../../src/manifest/manifest.ts'
import { webClient } from '../../src/slack/watched-client.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'
import { startWorkspace, type Workspace } from '../workspace/workspace.ts'

let slack: Workspace
let database: TestDatabase
const stops: (() => void)[] = []
const client = (token: string) => webClient(token, slack.apiUrl, makeLog('silent'))
const { products } = await loadManifest('manifest')
const app = await readAppManifest('slack-manifest.yml')

beforeAll(async () => {
  slack = await startWorkspace({
    manifest: 'slack-manifest.yml',
    people: cast.filter(({ handle }) => handle !== 'dba'),
    groups: castGroups,
    channels: [
      { name: 'releases', members: 'all' },
      { name: 'elsewhere', members: ['rm'] },
    ],
  })
  database = await freshDatabase('postgres')
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})
afterAll(async () => {
  await slack.close()
  await database.close()
})

const troubles = (findings: readonly Finding[]) => findings.flatMap((one) => (one.ok ? [] : [one]))

describe('the doctor, of tokens', () => {
  test('says whom the bot token belongs to', async () => {
    const findings = await checkBotToken(client(slack.botToken), app)
    expect(troubles(findings)).toEqual([])
    expect(findings[0]?.what).toBe('Slack takes SLACK_BOT_TOKEN: shipshape in Harbour')
  })

  test('says where the right one is found', async () => {
    const [trouble] = troubles(await checkBotToken(client('xoxb-wrong'), app))
    expect(trouble?.what).toBe('Slack says invalid_auth to SLACK_BOT_TOKEN')
    expect(trouble?.fix).toContain('OAuth & Permissions')
  })

  test('names the scopes that are missing', async () => {
    const more = {
      ...app,
      oauth_config: { scopes: { bot: [...app.oauth_config.scopes.bot, 'canvases:write'] } },
    }
    const [trouble] = troubles(await checkBotToken(client(slack.botToken), more))
    expect(trouble?.what).toBe('it lacks canvases:write')
    expect(trouble?.fix).toContain('Reinstall to Workspace')
  })

  test('tells an app token from another', async () => {
    expect(troubles(await checkAppToken(client(slack.appToken)))).toEqual([])
    const [trouble] = troubles(await checkAppToken(client(slack.botToken)))
    expect(trouble?.what).toMatch('not_allowed_token_type to SLACK_APP_TOKEN')
    expect(trouble?.fix).toContain('connections:write')
  })

  test('says when Slack is out of reach', async () => {
    const nowhere = webClient(slack.botToken, 'http://127.0.0.1:1/', makeLog('silent'))
    expect(troubles(await checkBotToken(nowhere, app))[0]?.what).toBe('Slack cannot be reached')
  })
})

describe('the doctor, of the workspace', () => {
  test('names everyone in products.yml who is not there', async () => {
    const whats = troubles(await checkPeople(client(slack.botToken), products)).map(({ what }) => what)
    expect(whats).toContain(
      'dba@example.com fills Data of payments but is not in this workspace: Data has no holder yet',
    )
  })

  test('says in which channels Shipshape is missing', async () => {
    const [one] = products
    const inChannels = (...names: string[]) =>
      checkChannels(
        client(slack.botToken),
        names.flatMap((channel) => (one ? [{ ...one, channel }] : [])),
      )
    expect(troubles(await inChannels('releases', 'releases'))).toEqual([])
    const whats = troubles(await inChannels('elsewhere', 'nowhere'))
    expect(whats).toMatchObject([
      { what: 'Shipshape is not in #elsewhere', fix: 'In #elsewhere, say: /invite @shipshape' },
      { what: 'there is no #nowhere that Shipshape can see' },
    ])
  })

  test('says what Slack refused to tell, and what it needs', async () => {
    const body = { ok: false, error: 'missing_scope', needed: 'users:read' }
    stops.push(slack.before('users.list', () => ({ body })))
    const findings = await looked('people', () => checkPeople(client(slack.botToken), products))
    expect(findings[0]?.what).toBe(
      'people could not be looked at: Slack says missing_scope, needed: users:read',
    )
  })
})

describe('the doctor, of the machine', () => {
  test('finds a database that is there, new enough and migrated', async () => {
    const findings = await checkDatabase({ DATABASE_URL: database.url ?? '', DATA_DIR: '' })
    expect(findings.map(({ ok }) => ok)).toEqual([true, true, true])
  })

  test('says what to run for one without tables', async () => {
    const url = Object.assign(new URL(database.url ?? ''), { pathname: '/postgres' }).href
    const [trouble] = troubles(await checkDatabase({ DATABASE_URL: url, DATA_DIR: '' }))
    expect(trouble?.fix).toContain('npm run db:migrate')
  })

  test('says what is wrong with one that cannot be used', async () => {
    const url = 'postgres://ship:hunter2@127.0.0.1:1/shipshape'
    const [trouble] = troubles(await checkDatabase({ DATABASE_URL: url, DATA_DIR: '' }))
    expect(trouble?.what).toContain('ECONNREFUSED')
    expect(trouble?.fix).toContain('set the right host and port')
  })

  test('makes no embedded database where none is', async () => {
    const [finding] = await checkDatabase({ DATA_DIR: 'not-made-yet' })
    expect(finding).toEqual({
      ok: true,
      what: 'the embedded database will be made in not-made-yet at the first start',
    })
  })

  test('compares clocks, ours with Slack’s and the database’s', async () => {
    const ours = new Date('2026-12-01T16:00:30Z')
    expect(checkClock('Slack', new Date('2026-12-01T16:00:25Z'), ours).ok).toBe(true)
    expect(checkClock('Slack', new Date('2026-12-01T16:00:00Z'), ours).what).toBe(
      'this clock is 30 s ahead of that of Slack',
    )
    expect(checkClock('Slack', new Date('2026-12-01T16:01:00Z'), ours).what).toContain('30 s behind')
    expect(await checkSlackClock(slack.apiUrl)).toMatchObject([{ ok: true }])
  })

  test.each([
    ['a Shipshape', '{"alive":true}', true],
    ['another program', 'hello', false],
  ])('knows %s on its port', async (_, says, ok) => {
    const server = createServer((request, response) =>
      response.writeHead(request.method === 'POST' ? 401 : 200).end(says),
    ).listen(0)
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo // a TCP server that listens has one
    expect((await checkPort(port))[0]?.ok).toBe(ok)
    expect((await checkRequestUrl(`http://127.0.0.1:${port}/slack/events`))[0]?.ok).toBe(true)
    server.close()
    await once(server, 'close')
    expect((await checkPort(port))[0]?.what).toBe(`port ${port} is free`)
    expect((await checkRequestUrl(`http://127.0.0.1:${port}/`))[0]?.what).toContain('does not answer')
  })
})

describe('npm run doctor', () => {
  const { PATH = '', HOME = '' } = process.env
  const examine = (env: Record<string, string>) =>
    promisify(execFile)(process.execPath, ['scripts/doctor.ts'], { env: { PATH, HOME, ...env } }).then(
      ({ stdout, stderr }) => ({ code: 0, printed: stdout + stderr }),
      ({ code, stdout, stderr }) => ({ code, printed: stdout + stderr }),
    )

  test('prints a line for each, what to do about what is not well, and no token', async () => {
    const settings = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: database.url ?? '',
      PORT: '0',
    }
    const { code, printed } = await examine(settings)
    expect(code).toBe(1)
    expect(printed).toMatch(/^ok {6}Slack takes SLACK_BOT_TOKEN/)
    expect(printed).toMatch(/\nnot ok {2}dba@example\.com .*\n {8}Invite them/)
    expect(printed).not.toMatch(/xoxb-|xapp-/)

    slack.admin.welcome({ handle: 'dba', name: 'dba', zone: 'Europe/Berlin', email: 'dba@example.com' })
    const again = await examine(settings)
    expect(again.printed).not.toContain('not ok')
    expect(again.code).toBe(0)
  })

  test('without settings names each that is missing', async () => {
    const { code, printed } = await examine({})
    expect(printed).toContain('not ok  settings and manifest cannot be read')
    expect(printed).toContain('SLACK_BOT_TOKEN')
    expect(code).toBe(1)
  })
})
