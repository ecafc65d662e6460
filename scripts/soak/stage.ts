import { type OpenDatabase, openPostgres } from '../../src/db/database.ts'
import { without } from '../../test/setup/process.ts'
import { startWorkspace, type Workspace } from '../../test/workspace/workspace.ts'
import { type Clock, clockFrom, inBerlin } from '../demo/clock.ts'
import { isByHttp, takeTurns } from './doors.ts'
import { Replicas } from './replicas.ts'
import { everyone, writeManifest } from './teams.ts'
import { hardships } from './troubles.ts'

interface Staging {
  readonly url: string
  readonly seed: number
  readonly replicas: number
  readonly faults: number
  readonly without?: readonly string[]
}

/** A workspace with all teams, and replicas of Shipshape before it on one database, by one clock. */
export interface Stage {
  readonly clock: Clock
  readonly slack: Workspace
  readonly replicas: Replicas
  readonly database: OpenDatabase
  readonly close: () => Promise<void>
}

export async function openStage({
  url,
  seed,
  replicas: count,
  faults,
  without: guards = [],
}: Staging): Promise<Stage> {
  const clock = clockFrom(inBerlin('2026-11-20 11:45'))
  const slack = await startWorkspace({
    manifest: 'slack-manifest.yml',
    people: everyone,
    channels: [{ name: 'releases' }],
    clock: () => clock.now().getTime(),
    // As often as Slack, but not for minutes.
    retries: [0, 2_000, 10_000],
    eventsPerHour: Number.MAX_SAFE_INTEGER,
    faults: hardships(seed, faults),
  })
  const manifest = await writeManifest()
  const settings = (place: number) => ({
    ...settingsFor(slack, url),
    ...doorOf(slack, isByHttp(place, count)),
    ...(guards.length > 0 && without(...guards)),
    MANIFEST_DIR: manifest.folder,
  })
  const replicas = new Replicas({ count, settings, ahead: () => clock.now().getTime() - Date.now() })
  takeTurns(slack, replicas, count)
  const database = openPostgres(url, 3)
  return {
    clock,
    slack,
    replicas,
    database,
    close: async () => {
      await replicas.close()
      await slack.close()
      await database.close()
      await manifest.remove()
    },
  }
}

const doorOf = ({ appToken, signingSecret }: Workspace, byHttp: boolean): Record<string, string> =>
  byHttp ? { SLACK_SIGNING_SECRET: signingSecret } : { SLACK_APP_TOKEN: appToken }

const settingsFor = (slack: Workspace, url: string) => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_API_URL: slack.apiUrl,
  DATABASE_URL: url,
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
})
