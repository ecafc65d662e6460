import { unescape as decoded } from 'node:querystring'
import { z } from 'zod'

const filled = z.string().trim().min(1)

const environment = z
  .object({
    SLACK_BOT_TOKEN: filled.startsWith('xoxb-', 'begins with xoxb-'),
    SLACK_APP_TOKEN: filled.startsWith('xapp-', 'begins with xapp-').optional(),
    SLACK_SIGNING_SECRET: filled.optional(),
    SLACK_API_URL: z.url().default('https://slack.com/api/'),
    DATABASE_URL: filled.optional(),
    DATA_DIR: filled.default('.data'),
    MANIFEST_DIR: filled.default('manifest'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    ADMINS: z
      .string()
      .default('')
      .transform((ids) => ids.split(/[\s,]+/).filter(Boolean)),
  })
  .refine((env) => env.SLACK_APP_TOKEN || env.SLACK_SIGNING_SECRET, {
    path: ['SLACK_APP_TOKEN'],
    message: 'set it for Socket Mode, or SLACK_SIGNING_SECRET for HTTP',
  })

/** The settings, read once. An empty variable counts as not set. */
export type Config = z.infer<typeof environment>

/** The names of all settings, for the README's table and its test. */
export const settings = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_API_URL',
  'DATABASE_URL',
  'DATA_DIR',
  'MANIFEST_DIR',
  'PORT',
  'LOG_LEVEL',
  'ADMINS',
] as const

/** @throws SettingsError that names every wrong setting and what it should be. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(settings.map((name) => [name, env[name] || undefined]))
  const read = environment.safeParse(given)
  if (read.success) return read.data
  throw new SettingsError(
    read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
  )
}

export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** What of the settings nobody may see: no log line and no message leaves with it. */
export function secretsOf(given: Partial<Config>): string[] {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, DATABASE_URL } = given
  const { password = '' } = DATABASE_URL && URL.canParse(DATABASE_URL) ? new URL(DATABASE_URL) : {}
  const secrets = [SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, password, decoded(password)]
  return secrets.flatMap((secret) => secret || [])
}
