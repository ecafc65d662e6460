import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cast, castGroups } from '../../scripts/demo/cast.ts'
import { checkClock } from '../../scripts/doctor/clock.ts'
import { looked } from '../../scripts/doctor/finding.ts'
import {
  checkAppToken,
  checkBotToken,
  checkSameApp,
  checkSlack,
  type Identity,
  identityOf,
  readAppManifest,
} from '../../scripts/doctor/slack.ts'
import { checkChannels, checkPeople } from '../../scripts/doctor/workspace.ts'
import { makeLog } from '../../src/log.ts'
import { loadManifest } from '../../src/manifest/manifest.ts'
import { webClient } from '../../src/slack/watched-client.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'
import { startWorkspace, type Workspace } from '../workspace/workspace.ts'
import { troubles } from './found.ts'

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

const web = () => client(slack.botToken)

/** Whom the right token belongs to. */
async function me(): Promise<Identity> {
  const who = await identityOf(web())
  if ('kind' in who) throw new Error(who.what)
  return who
}

describe('the doctor, of Slack', () => {
  test('says that it answers, and compares clocks', async () => {
    expect(await checkSlack(slack.apiUrl)).toEqual([
      { kind: 'ok', what: 'Slack answers' },
      { kind: 'ok', what: 'the clock agrees with that of Slack' },
    ])
  })

  test.each([
    ['nobody answers', () => 'http://127.0.0.1:1/', 'Slack cannot be reached', 'slack.com'],
    ['somebody else answers', () => `${slack.url}/nowhere/`, 'is not Slack (404)', 'Leave SLACK_API_URL out'],
  ])('says when %s', async (_, url, what, fix) => {
    const [trouble] = troubles(await checkSlack(url()))
    expect(trouble?.what).toContain(what)
    expect(trouble?.fix).toContain(fix)
  })

  test('by how much this clock is wrong', () => {
    const ours = new Date('2026-12-01T16:00:30Z')
    expect(checkClock('Slack', new Date('2026-12-01T16:00:20Z'), ours).kind).toBe('ok')
    expect(checkClock('Slack', new Date('2026-12-01T16:00:19Z'), ours).what).toBe(
      'this clock is 11 s ahead of that of Slack',
    )
    expect(checkClock('Slack', new Date('2026-12-01T16:01:00Z'), ours).what).toContain('30 s behind')
  })
})

describe('the doctor, of tokens', () => {
  test('says whom the bot token belongs to', async () => {
    const findings = checkBotToken(await me(), app)
    expect(findings).toEqual([
      { kind: 'ok', what: 'Slack takes SLACK_BOT_TOKEN: shipshape in Harbour' },
      { kind: 'ok', what: 'it has every scope that slack-manifest.yml names' },
    ])
  })

  test('says where the right one is found', async () => {
    const who = await identityOf(client('xoxb-wrong'))
    expect(who).toMatchObject({ kind: 'not ok', what: 'Slack says invalid_auth to SLACK_BOT_TOKEN' })
    expect(who).toMatchObject({ fix: expect.stringContaining('OAuth & Permissions') })
  })

  test('names the scopes that are missing', async () => {
    const bot = [...app.oauth_config.scopes.bot, 'canvases:write']
    const lacking = (more: string[]) => ({ oauth_config: { scopes: { bot: [...bot, ...more] } } })
    const [trouble] = troubles(checkBotToken(await me(), lacking([])))
    expect(trouble?.what).toBe('SLACK_BOT_TOKEN lacks the scope canvases:write')
    expect(trouble?.fix).toContain('Reinstall to Workspace')
    const [two] = troubles(checkBotToken(await me(), lacking(['files:read'])))
    expect(two?.what).toBe('SLACK_BOT_TOKEN lacks the scopes canvases:write, files:read')
  })

  test('tells an app token from another, and tries the way to the sockets', async () => {
    const [taken, reached] = await checkAppToken(client(slack.appToken))
    expect(taken).toEqual({ kind: 'ok', what: 'Slack takes SLACK_APP_TOKEN' })
    expect(reached?.what).toMatch(/^Slack's sockets at 127\.0\.0\.1:\d+ can be reached$/)
    const [trouble] = troubles(await checkAppToken(client(slack.botToken)))
    expect(trouble?.what).toMatch('not_allowed_token_type to SLACK_APP_TOKEN')
    expect(trouble?.fix).toContain('connections:write')
  })

  test('says when a firewall lets nobody through to the sockets', async () => {
    const body = { ok: true, url: 'wss://127.0.0.1:1/link/?ticket=f00' }
    stops.push(slack.before('apps.connections.open', () => ({ body })))
    const [trouble] = troubles(await checkAppToken(client(slack.appToken)))
    expect(trouble?.what).toBe("Slack's sockets at 127.0.0.1:1 cannot be reached")
    expect(trouble?.fix).toContain('firewall')
  })

  test('finds two tokens of two apps', async () => {
    expect(await checkSameApp(web(), await me(), slack.appToken)).toEqual([])
    expect(await checkSameApp(web(), await me(), 'xapp-local-workspace')).toEqual([])
    const [trouble] = troubles(await checkSameApp(web(), await me(), 'xapp-1-A0OTHER-1-f00'))
    expect(trouble?.what).toBe('SLACK_BOT_TOKEN is of the app A0SHIPSHAPE, SLACK_APP_TOKEN of A0OTHER')
    expect(trouble?.fix).toContain('one app')
  })
})

describe('the doctor, of the workspace', () => {
  const sought = (more = {}) => ({ workspace: 'T0HARBOUR', products, admins: [], ...more })

  test('names everyone in products.yml and in the settings who is not there', async () => {
    const found = troubles(await checkPeople(web(), sought({ admins: [slack.as('rm').id, 'U0GONE'] })))
    expect(found).toContainEqual({
      what: 'dba@example.com fills Data of payments but is not in this workspace: Data has no holder yet',
      fix: 'Invite them, or name somebody else in products.yml.',
    })
    expect(found.filter(({ what }) => what.includes('ADMINS'))).toEqual([
      { what: 'ADMINS names U0GONE, who is not in this workspace', fix: 'Take it out.' },
    ])
  })

  test('says of a user group that is not there what a plan without any can do', async () => {
    const [one] = products
    const grouped = sought({ products: one ? [{ ...one, consumers: [], roles: { Data: ['@dbas'] } }] : [] })
    const fix = async () => troubles(await checkPeople(web(), grouped))[0]?.fix
    expect(await fix()).toBe('Make that user group in Slack, or name people by e-mail in products.yml.')
    const body = { ok: false, error: 'plan_upgrade_required' }
    stops.push(slack.before('usergroups.list', () => ({ body })))
    expect(await fix()).toBe(
      'This workspace’s plan has no user groups: name people by e-mail in products.yml.',
    )
  })

  test('says in which channels Shipshape is missing', async () => {
    const [one] = products
    const inChannels = (...names: string[]) =>
      checkChannels(
        web(),
        names.flatMap((channel) => (one ? [{ ...one, channel }] : [])),
      )
    expect(troubles(await inChannels('releases', 'releases'))).toEqual([])
    const whats = troubles(await inChannels('elsewhere', 'nowhere'))
    expect(whats).toMatchObject([
      { what: 'Shipshape is not in #elsewhere', fix: 'In #elsewhere, say: /invite @shipshape' },
      { what: 'there is no #nowhere that Shipshape can see' },
    ])
  })
})

describe('a look that fails', () => {
  test('says what Slack refused to tell, and what it needs', async () => {
    const body = { ok: false, error: 'missing_scope', needed: 'users:read' }
    stops.push(slack.before('users.list', () => ({ body })))
    const findings = await looked('people', () =>
      checkPeople(web(), { workspace: 'T0HARBOUR', products, admins: [] }),
    )
    expect(findings[0]?.what).toBe(
      'people could not be looked at: Slack says missing_scope, needed: users:read',
    )
  })

  test('because Slack is asked too often says when to look again', async () => {
    slack.faults.nextCall('users.list', { kind: 'rate_limit', retryAfter: 7 })
    const [trouble] = troubles(
      await looked('people', () => checkPeople(web(), { workspace: 'T0HARBOUR', products, admins: [] })),
    )
    expect(trouble?.fix).toBe('Look again in 7 s.')
  })

  test('holds up nothing else', async () => {
    const findings = await looked('the moon', () => new Promise(() => {}), 20)
    expect(troubles(findings)[0]?.what).toBe('the moon: no answer within 0.02 seconds')
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
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: Object.assign(new URL(database.url ?? ''), { password: 'hunter2hunter2' }).href,
      PORT: '0',
    }
    const { code, printed } = await examine(settings)
    expect(code).toBe(1)
    expect(printed).toMatch(/^ok {6}manifest can be read/)
    expect(printed).toMatch(/\nnot ok {2}dba@example\.com [\s\S]*\n {8}Invite them/)
    expect(printed).toMatch(/\nskipped whether Slack reaches Shipshape\n {8}Give its Request URL/)
    expect(printed).toMatch(/\n\d+ of \d+ are not ok\. 1 not looked at\.\n$/)
    expect(printed).not.toMatch(/xoxb-|hunter2/)
    expect(printed).not.toContain(slack.signingSecret)
    expect(printed.split('\n').filter((line: string) => line.length > 80)).toEqual([])

    slack.admin.welcome({ handle: 'dba', name: 'dba', zone: 'Europe/Berlin', email: 'dba@example.com' })
    const again = await examine({ ...settings, SLACK_APP_TOKEN: slack.appToken })
    expect(again.printed).toMatch(/\nAll is well\.\n$/)
    expect(again.code).toBe(0)
  })

  test('looks at what it can when Slack is out of reach', async () => {
    const settings = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', DATA_DIR: 'not-made-yet' }
    const { code, printed } = await examine({ ...settings, SLACK_API_URL: 'http://127.0.0.1:1/', PORT: '0' })
    expect(printed).toMatch(/not ok {2}Slack cannot be reached/)
    expect(printed).toMatch(/skipped tokens, people and channels/)
    expect(printed).toMatch(/ok {6}the embedded database will be made/)
    expect(code).toBe(1)
  })

  test('without settings names each that is missing', async () => {
    const { code, printed } = await examine({})
    expect(printed).toContain('not ok  it cannot even begin')
    expect(printed).toContain('SLACK_BOT_TOKEN is not set')
    expect(printed).toContain('SLACK_APP_TOKEN is not set')
    expect(code).toBe(1)
  })
})
