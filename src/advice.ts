import { SettingsError, secretsOf } from './config.ts'
import { FolderUnusable } from './db/database.ts'
import { FolderInUse } from './db/folder-lock.ts'
import { ManifestError } from './manifest/manifest.ts'
import { type Fault, faultOf } from './operation/fault.ts'
import { scrubber } from './operation/scrub.ts'
import { SlackRefused } from './slack/client.ts'

/** Where each of Slack's tokens is found. */
export const whereTokens = {
  SLACK_BOT_TOKEN:
    'Copy the "Bot User OAuth Token" (xoxb-) from your app\'s page, under OAuth & Permissions, and install the app to the workspace.',
  SLACK_APP_TOKEN:
    "On your app's page, under Basic Information, App-Level Tokens, make one (xapp-) with the scope connections:write.",
} as const

const form = 'DATABASE_URL is an address such as postgres://user:…@host/shipshape.'
const noHost = `The host in DATABASE_URL is not known here. ${form}`
const noAnswer =
  'The database does not answer. See that host and port in DATABASE_URL are right, and that no firewall stands between.'

/** What PostgreSQL, its driver and the system call what is wrong, and what to do about it. */
const byCode: Readonly<Record<string, string>> = {
  ECONNREFUSED:
    'Nobody answers where DATABASE_URL says the database is. Start PostgreSQL, or set the right host and port.',
  ERR_INVALID_URL: form,
  ENOTFOUND: noHost,
  EAI_AGAIN: noHost,
  CONNECT_TIMEOUT: noAnswer,
  ETIMEDOUT: noAnswer,
  EHOSTUNREACH: noAnswer,
  ENETUNREACH: noAnswer,
  ECONNRESET:
    'What answers where DATABASE_URL says hangs up. See that it is PostgreSQL, and that sslmode in DATABASE_URL suits it.',
  '28P01':
    'PostgreSQL does not take that user and password. Set both in DATABASE_URL; in the password, signs such as @ : / # are written as %40 %3A %2F %23.',
  '28000':
    'PostgreSQL does not let that user in from here. See its pg_hba.conf; if it asks for TLS, add ?sslmode=require to DATABASE_URL.',
  '3D000': 'There is no such database. Make it with "createdb shipshape", or name another in DATABASE_URL.',
  '42501':
    'The user in DATABASE_URL may not make tables in that database. Let its owner say: grant create on database … to …',
  '25006': 'That database can only be read. Name the primary in DATABASE_URL.',
  '53300': 'PostgreSQL has no connection left. Raise its max_connections; each Shipshape takes up to 16.',
  '57P03': 'PostgreSQL is starting or stopping. Try again in a moment.',
  EADDRINUSE: 'Another program listens on that port. Stop it, or set PORT to another.',
}

/** What an operator may do about a start that failed, in one clear message; null for what is a fault of ours. */
export function adviceFor(error: unknown): string | null {
  if (error instanceof SettingsError)
    return `Settings are missing or wrong:\n${error.message}\nThe README's table says where each comes from.`
  if (error instanceof ManifestError || error instanceof FolderInUse || error instanceof FolderUnusable)
    return error.message
  if (error instanceof SlackRefused) return ofSlack(error)
  const fault = faultOf(error)
  if (fault.code === 'EACCES' && fault.message.startsWith('listen'))
    return 'This user may not listen on that port. Set PORT to one above 1023.'
  return codes(fault).flatMap((code) => byCode[code] ?? [])[0] ?? null
}

/** What is said where somebody is looking, before there is a log: words, not lines, and no secret. */
export function plainly(error: unknown, env: Parameters<typeof secretsOf>[0]): string {
  const said = adviceFor(error) ?? JSON.stringify(faultOf(error), null, 2)
  return scrubber(secretsOf(env))(said)
}

function ofSlack({ word, token }: SlackRefused): string {
  if (word === 'unreachable')
    return 'Slack cannot be reached. Check the way out to slack.com, or SLACK_API_URL if you set it.'
  return `Slack says ${word} to ${token}. ${whereTokens[token]}`
}

const codes = ({ code, causes = [] }: Fault): string[] => [...(code ? [code] : []), ...causes.flatMap(codes)]
