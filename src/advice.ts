import { SettingsError } from './config.ts'
import { FolderInUse } from './db/folder-lock.ts'
import { ManifestError } from './manifest/manifest.ts'
import { type Fault, faultOf } from './operation/fault.ts'
import { SlackRefused } from './slack/client.ts'

/** Where each of Slack's tokens is found. */
export const whereTokens = {
  SLACK_BOT_TOKEN:
    'Copy the "Bot User OAuth Token" (xoxb-) from your app\'s page, under OAuth & Permissions, and install the app to the workspace.',
  SLACK_APP_TOKEN:
    "On your app's page, under Basic Information, App-Level Tokens, make one (xapp-) with the scope connections:write.",
} as const

const whereDatabase = 'Check DATABASE_URL, such as postgres://user:secret@host/shipshape'

/** What PostgreSQL, its driver and the system call what is wrong, and what to do about it. */
const byCode: Readonly<Record<string, string>> = {
  ECONNREFUSED: `Nobody answers where the database should be. Start it, or check host and port. ${whereDatabase}.`,
  ENOTFOUND: `The database's host is not known. ${whereDatabase}.`,
  CONNECT_TIMEOUT: `The database does not answer in time. ${whereDatabase}, and that a firewall lets it through.`,
  '28P01': `The database does not take that user and password. ${whereDatabase}.`,
  '28000': `The database does not let that user in. ${whereDatabase}.`,
  '3D000': `There is no such database. Make it with "createdb shipshape". ${whereDatabase}.`,
  EADDRINUSE: 'Another program listens on that port. Stop it, or set PORT to another.',
}

/** What an operator may do about a start that failed, in one clear message; null for what is a fault of ours. */
export function adviceFor(error: unknown): string | null {
  if (error instanceof SettingsError)
    return `Settings are missing or wrong:\n${error.message}\nThe README's table says where each comes from.`
  if (error instanceof ManifestError || error instanceof FolderInUse) return error.message
  if (error instanceof SlackRefused) return ofSlack(error)
  return codes(faultOf(error)).flatMap((code) => byCode[code] ?? [])[0] ?? null
}

function ofSlack({ word, token }: SlackRefused): string {
  if (word === 'unreachable')
    return 'Slack cannot be reached. Check the way out to slack.com, or SLACK_API_URL if you set it.'
  return `Slack says ${word} to ${token}. ${whereTokens[token]}`
}

const codes = ({ code, causes = [] }: Fault): string[] => [...(code ? [code] : []), ...causes.flatMap(codes)]
