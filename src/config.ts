import { unescape as decoded } from 'node:querystring'
import { z } from 'zod'

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Each message goes on from the setting's name. It repeats what was set only where that is no secret. */
const setTo = (form: string) => ({
  error: ({ input }: { input?: unknown }) => `${form}; what is set is ${JSON.stringify(input)}.`,
})
const token = (prefix: Prefix) =>
  z
    .string(`is not set; it begins with ${prefix}.`)
    .startsWith(prefix, { error: ({ input }) => `begins with ${prefix}; what is set ${instead(input)}.` })

type Prefix = 'xoxb-' | 'xapp-'
const instead = (given: unknown) => {
  const [prefix] = /^x(oxb|app)-/.exec(String(given)) ?? []
  const name = prefix === 'xapp-' ? 'SLACK_APP_TOKEN' : 'SLACK_BOT_TOKEN'
  return prefix ? `begins with ${prefix}, as ${name} does` : 'does not'
}

const isDatabase = (given: string) => /^postgres(ql)?:\/\//.test(given) && URL.canParse(given)

const listed = (ids: string) => ids.split(/[\s,]+/).filter(Boolean)
const isPerson = (id: string) => /^[UW][A-Z0-9]+$/.test(id)

const environment = z
  .object({
    SLACK_BOT_TOKEN: token('xoxb-'),
    SLACK_APP_TOKEN: token('xapp-').optional(),
    SLACK_SIGNING_SECRET: z
      .string()
      .regex(/^(?!xox|xapp-)/, 'is no token, but the "Signing Secret" under Basic Information.')
      .optional(),
    SLACK_API_URL: z
      .url({ protocol: /^https?$/, ...setTo('is an address such as https://slack.com/api/') })
      .transform((url) => url.replace(/\/*$/, '/'))
      .default('https://slack.com/api/'),
    DATABASE_URL: z
      .string()
      .refine(
        isDatabase,
        'is an address such as postgres://user:…@host/shipshape; in its password, signs such as @ : / # are written as %40 %3A %2F %23.',
      )
      .optional(),
    DATA_DIR: z.string().default('.data'),
    MANIFEST_DIR: z.string().default('manifest'),
    PORT: z
      .string()
      .refine((given) => /^\d+$/.test(given) && Number(given) <= 65_535, setTo('is a number from 0 to 65535'))
      .transform(Number)
      .default(3000),
    LOG_LEVEL: z.enum(levels, setTo(`is ${levels.join(', ').replace(/, (?=\w+$)/, ' or ')}`)).default('info'),
    ADMINS: z
      .string()
      .refine(
        (ids) => listed(ids).every(isPerson),
        setTo('are Slack ids such as U0123ABCD, separated by commas'),
      )
      .transform(listed)
      .default([]),
  })
  .refine(({ SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }) => SLACK_APP_TOKEN ?? SLACK_SIGNING_SECRET, {
    path: ['SLACK_APP_TOKEN'],
    message: 'is not set; it or, for HTTP, SLACK_SIGNING_SECRET has to be.',
    // Also when something else is wrong: an operator is told of everything at once.
    when: () => true,
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

/** @throws SettingsError with a sentence for every wrong setting. */
export function readConfig(env: Environment): Config {
  const given = Object.fromEntries(settings.map((name) => [name, env[name]?.trim() || undefined]))
  const read = environment.safeParse({ ...given, LOG_LEVEL: given.LOG_LEVEL?.toLowerCase() })
  const wrong = settings.flatMap((name) => {
    if (/^(["']).*\1$/.test(given[name] ?? ''))
      return `${name} stands in quotation marks, which count as part of it; leave them out.`
    const issue = read.error?.issues.find(({ path }) => path[0] === name)
    return issue ? `${name} ${issue.message}` : []
  })
  if (!read.success || wrong.length > 0) throw new SettingsError(wrong.join('\n'))
  return read.data
}

type Environment = Readonly<Record<string, string | undefined>>

export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** What of the settings nobody may see: no log line and no message leaves with it. */
export function secretsOf(given: Environment | Partial<Config>): string[] {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, DATABASE_URL } = given
  const { password = '' } = DATABASE_URL && URL.canParse(DATABASE_URL) ? new URL(DATABASE_URL) : {}
  const secrets = [SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, password, decoded(password)]
  return [...new Set(secrets.flatMap((secret) => secret?.trim() || []))]
}
