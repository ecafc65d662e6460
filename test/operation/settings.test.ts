import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConfig, SettingsError, secretsOf } from '../../src/config.ts'

const right = { SLACK_BOT_TOKEN: 'xoxb-1-2', SLACK_APP_TOKEN: 'xapp-1-2' }

/** What an operator reads, a line for each setting that is wrong. */
function told(env: Record<string, string>): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split('\n')
    throw error
  }
}

describe('of a wrong setting an operator reads its name and the right form', () => {
  test.each([
    ['SLACK_BOT_TOKEN', '', 'SLACK_BOT_TOKEN is not set; it begins with xoxb-.'],
    ['SLACK_BOT_TOKEN', '  ', 'SLACK_BOT_TOKEN is not set; it begins with xoxb-.'],
    [
      'SLACK_BOT_TOKEN',
      'xapp-1-2',
      'SLACK_BOT_TOKEN begins with xoxb-; what is set begins with xapp-, as SLACK_APP_TOKEN does.',
    ],
    ['SLACK_BOT_TOKEN', 'hunter2', 'SLACK_BOT_TOKEN begins with xoxb-; what is set does not.'],
    [
      'SLACK_BOT_TOKEN',
      '"xoxb-1-2"',
      'SLACK_BOT_TOKEN stands in quotation marks, which count as part of it; leave them out.',
    ],
    [
      'SLACK_APP_TOKEN',
      'xoxb-1-2',
      'SLACK_APP_TOKEN begins with xapp-; what is set begins with xoxb-, as SLACK_BOT_TOKEN does.',
    ],
    ['SLACK_APP_TOKEN', '', 'SLACK_APP_TOKEN is not set; it or, for HTTP, SLACK_SIGNING_SECRET has to be.'],
    [
      'SLACK_SIGNING_SECRET',
      'xoxb-1-2',
      'SLACK_SIGNING_SECRET is no token, but the "Signing Secret" under Basic Information.',
    ],
    [
      'SLACK_API_URL',
      'slack',
      'SLACK_API_URL is an address such as https://slack.com/api/; what is set is "slack".',
    ],
    [
      'SLACK_API_URL',
      'ftp://slack.com/',
      'SLACK_API_URL is an address such as https://slack.com/api/; what is set is "ftp://slack.com/".',
    ],
    [
      'DATABASE_URL',
      'localhost/shipshape',
      'DATABASE_URL is an address such as postgres://user:…@host/shipshape; in its password, signs such as @ : / # are written as %40 %3A %2F %23.',
    ],
    ['PORT', 'http', 'PORT is a number from 0 to 65535; what is set is "http".'],
    ['PORT', '65536', 'PORT is a number from 0 to 65535; what is set is "65536".'],
    ['PORT', '3000.5', 'PORT is a number from 0 to 65535; what is set is "3000.5".'],
    [
      'LOG_LEVEL',
      'loud',
      'LOG_LEVEL is fatal, error, warn, info, debug, trace or silent; what is set is "loud".',
    ],
    [
      'ADMINS',
      'U1ABC, @rm',
      'ADMINS are Slack ids such as U0123ABCD, separated by commas; what is set is "U1ABC, @rm".',
    ],
  ])('%s=%s', (name, value, says) => {
    expect(told({ ...right, [name]: value })).toEqual([says])
  })

  test.each(['mysql://user:hunter2@host/x', 'postgres://user:hunt#er2@host/x', 'host:5432'])(
    'DATABASE_URL=%s, without the password',
    (url) => {
      const [line, ...more] = told({ ...right, DATABASE_URL: url })
      expect(line).toMatch(/^DATABASE_URL is an address such as/)
      expect(line).not.toMatch(/hunt/)
      expect(more).toEqual([])
    },
  )

  test('and of all that are wrong at once', () => {
    const names = told({ PORT: 'x', ADMINS: '@rm', DATABASE_URL: 'x', LOG_LEVEL: 'x' }).map(
      (line) => line.split(' ', 1)[0],
    )
    expect(names).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'DATABASE_URL',
      'PORT',
      'LOG_LEVEL',
      'ADMINS',
    ])
  })

  test('never of a secret', () => {
    const secret = fc.string({ minLength: 8, unit: 'grapheme-ascii' })
    fc.assert(
      fc.property(secret, (kept) => {
        const shown = told({ SLACK_BOT_TOKEN: kept, SLACK_APP_TOKEN: kept, DATABASE_URL: kept }).join('\n')
        expect(shown.includes(kept) && !told({}).join('\n').includes(kept)).toBe(false)
      }),
    )
  })
})

describe('settings are read kindly', () => {
  test('with spaces around them and in any case', () => {
    expect(
      readConfig({ ...right, PORT: ' 80 ', LOG_LEVEL: 'WARN', ADMINS: ' U1ABC,W2DEF  U3GHI ' }),
    ).toMatchObject({ PORT: 80, LOG_LEVEL: 'warn', ADMINS: ['U1ABC', 'W2DEF', 'U3GHI'] })
  })

  test('and the rest of them have defaults', () => {
    expect(readConfig(right)).toEqual({
      ...right,
      SLACK_API_URL: 'https://slack.com/api/',
      DATA_DIR: '.data',
      MANIFEST_DIR: 'manifest',
      PORT: 3000,
      LOG_LEVEL: 'info',
      ADMINS: [],
    })
  })

  test.each(['postgres://u:p%40ss@host:5432/x?sslmode=require', 'postgresql://host/x'])('%s', (url) => {
    expect(readConfig({ ...right, DATABASE_URL: url }).DATABASE_URL).toBe(url)
  })
})

test('of the settings the tokens, the signing secret and the password are secret, as they are and as they are written', () => {
  const DATABASE_URL = 'postgres://u:p%40ss@host/x'
  expect(secretsOf({ ...right, SLACK_SIGNING_SECRET: 'f00', DATABASE_URL })).toEqual([
    'xoxb-1-2',
    'xapp-1-2',
    'f00',
    'p%40ss',
    'p@ss',
  ])
  expect(secretsOf({ SLACK_BOT_TOKEN: ' ', DATABASE_URL: 'no address' })).toEqual([])
})
