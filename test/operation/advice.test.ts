import { describe, expect, test } from 'vitest'
import { adviceFor } from '../../src/advice.ts'
import { SettingsError } from '../../src/config.ts'
import { FolderUnusable } from '../../src/db/database.ts'
import { scrubber } from '../../src/operation/scrub.ts'
import { SlackRefused } from '../../src/slack/client.ts'

const failed = (code: string, message = 'it failed') => Object.assign(new Error(message), { code })

describe('what an operator is advised', () => {
  test.each([
    ['ECONNREFUSED', 'Start PostgreSQL'],
    ['ENOTFOUND', 'host in DATABASE_URL is not known'],
    ['EAI_AGAIN', 'host in DATABASE_URL is not known'],
    ['CONNECT_TIMEOUT', 'no firewall stands between'],
    ['ECONNRESET', 'sslmode'],
    ['28P01', 'does not take that user and password'],
    ['28000', 'pg_hba.conf'],
    ['3D000', 'createdb shipshape'],
    ['42501', 'grant create on database'],
    ['25006', 'the primary'],
    ['53300', 'max_connections'],
    ['57P03', 'Try again in a moment'],
    ['EADDRINUSE', 'set PORT to another'],
  ])('of %s, however deep it lies', (code, says) => {
    expect(adviceFor(new Error('Failed query', { cause: failed(code) }))).toContain(says)
  })

  test('of a port that is not for everyone', () => {
    expect(adviceFor(failed('EACCES', 'listen EACCES: permission denied 0.0.0.0:80'))).toContain('above 1023')
    expect(adviceFor(failed('EACCES', 'mkdir'))).toBeNull()
  })

  test('of a folder that cannot hold the database', () => {
    const advice = adviceFor(new FolderUnusable('.data', { cause: new Error('read-only') }))
    expect(advice).toMatch(/^\.data cannot hold the embedded database \(read-only\)\. Set DATA_DIR/)
  })

  test.each([
    ['invalid_auth', 'SLACK_BOT_TOKEN', 'Slack says invalid_auth to SLACK_BOT_TOKEN. Copy the "Bot User'],
    ['invalid_auth', 'SLACK_APP_TOKEN', 'Slack says invalid_auth to SLACK_APP_TOKEN. On your app'],
    ['unreachable', 'SLACK_BOT_TOKEN', 'Slack cannot be reached. Check the way out to slack.com'],
  ] as const)('of Slack’s %s to %s', (word, token, says) => {
    expect(adviceFor(new SlackRefused(word, token))).toContain(says)
  })

  test('and nothing of what is a fault of ours', () => {
    expect(adviceFor(new TypeError('undefined is not a function'))).toBeNull()
  })

  test('comes through the scrubber whole', () => {
    const advice = [failed('ENOTFOUND'), new SettingsError('PORT is a number')].map(adviceFor).join()
    expect(scrubber()(advice)).toBe(advice)
    expect(advice).toContain('postgres://user:…@host/shipshape')
  })
})
