import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { cast, castChannels } from '../../scripts/demo/cast.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'
import { runToEnd, startProcess } from '../setup/process.ts'
import { startWorkspace, type Workspace } from '../workspace/workspace.ts'

let slack: Workspace
let folder: string
let database: TestDatabase
const settings = (more: Record<string, string>) => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_SIGNING_SECRET: slack.signingSecret,
  SLACK_API_URL: slack.apiUrl,
  DATABASE_URL: database.url ?? '',
  PORT: '0',
  ...more,
})

beforeAll(async () => {
  slack = await startWorkspace({ manifest: 'slack-manifest.yml', people: cast, channels: castChannels })
  database = await freshDatabase('postgres')
  folder = await mkdtemp(join(tmpdir(), 'shipshape-start-'))
})
afterAll(async () => {
  await slack.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

describe('starting as an operator does', () => {
  test('without settings it names each that is missing', async () => {
    const { code, printed } = await runToEnd({})
    expect(code).toBe(1)
    expect(printed).toMatch('SLACK_BOT_TOKEN')
    expect(printed).not.toMatch('    at ')
  })

  test('a token that Slack does not accept is one clear message and an exit code', async () => {
    const { code, printed } = await runToEnd(settings({ SLACK_BOT_TOKEN: 'xoxb-wrong' }))
    expect(code).toBe(1)
    expect(printed).toMatch('invalid_auth')
    expect(printed).toMatch('OAuth & Permissions')
    expect(printed).not.toMatch('    at ')
  })

  test('an app token that Slack does not accept is told by its name', async () => {
    const { SLACK_SIGNING_SECRET: _, ...rest } = settings({ SLACK_APP_TOKEN: 'xapp-wrong' })
    const { code, printed } = await runToEnd(rest)
    expect(code).toBe(1)
    expect(printed).toMatch('invalid_auth to SLACK_APP_TOKEN')
    expect(printed).not.toMatch('    at ')
  })

  test.each([
    ['that nobody answers for', 'ship:hunter2hunter2@127.0.0.1:1/shipshape', 'Nobody answers'],
    ['that does not exist', '/nowhere', 'no such database'],
  ])('a database %s is told without its password', async (_, where, says) => {
    const url = where.startsWith('/')
      ? Object.assign(new URL(inject('postgres')), { pathname: where, password: 'hunter2hunter2' }).href
      : `postgres://${where}`
    const { code, printed } = await runToEnd(settings({ DATABASE_URL: url }))
    expect(code).toBe(1)
    expect(printed).toMatch(says)
    expect(printed).not.toMatch('hunter2')
  })

  test('YAML that cannot be read is told with file, line and what was expected', async () => {
    const manifest = join(folder, 'manifest')
    await cp('manifest', manifest, { recursive: true })
    const file = join(manifest, 'products.yml')
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace('zone: Europe/Berlin', 'zone: Europe/Berlinn'),
    )
    const { code, printed } = await runToEnd(settings({ MANIFEST_DIR: manifest }))
    expect(code).toBe(1)
    expect(printed).toMatch(/products\.yml:\d+/)
    expect(printed).toMatch('Europe/Berlinn')
  })

  test('with nothing but tokens it is ready, healthy, alone on its folder, and stops when told', async () => {
    const { SLACK_SIGNING_SECRET: _, ...rest } = settings({
      SLACK_APP_TOKEN: slack.appToken,
      DATABASE_URL: '',
      DATA_DIR: join(folder, 'data'),
    })
    const running = await startProcess(rest)
    const ready = await fetch(`http://127.0.0.1:${running.port}/readyz`)
    expect(await ready.json()).toEqual({ database: true, queue: true, slack: true, accepting: true })
    const help = await slack.as('rm').run('/release list', { in: '#releases' })
    expect(help.text).toMatch('Nothing is in flight')
    const { code, printed } = await runToEnd(rest)
    expect(code).toBe(1)
    expect(printed).toMatch('is in use by another Shipshape')
    expect(await running.stop()).toBe(0)
  }, 60_000)
})
