import { sql } from 'drizzle-orm'
import { channels } from './channels/feature.ts'
import { lookJob, startClock, tick } from './clock/clock.ts'
import type { Config } from './config.ts'
import type { Ctx } from './ctx.ts'
import type { OpenDatabase } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import { digests } from './digests/feature.ts'
import { execution } from './execution/feature.ts'
import type { Feature } from './feature.ts'
import { follow } from './follow/feature.ts'
import { homeOver } from './home/feature.ts'
import { listen, portOf } from './http/server.ts'
import { openJobs } from './jobs/jobs.ts'
import type { Log } from './log.ts'
import { applyManifest } from './manifest/apply.ts'
import { loadManifest } from './manifest/manifest.ts'
import { people } from './people/feature.ts'
import { syncDirectory } from './people/sync.ts'
import { readiness } from './readiness/feature.ts'
import { releases } from './releases/feature.ts'
import { remindersOver } from './reminders/feature.ts'
import { reviews } from './reviews/feature.ts'
import { scope } from './scope/feature.ts'
import { openDoors, openHearing } from './slack/app.ts'
import { openBudget, unlimited } from './slack/budget.ts'
import { identify, webClient } from './slack/client.ts'
import { keptEventJob } from './slack/kept-events.ts'
import { pinJob } from './surfaces/pin.ts'
import { drawJob } from './surfaces/worker.ts'
import { timeline } from './timeline/feature.ts'
import { verification } from './verification/feature.ts'
import { votes } from './votes/feature.ts'

/** Everything Shipshape does. The order is the order in which each asks what is due. */
const doing: readonly Feature[] = [
  people,
  releases,
  scope,
  readiness,
  votes,
  execution,
  verification,
  reviews,
  timeline,
  channels,
  follow,
  digests,
]
export const features: readonly Feature[] = [...doing, homeOver(doing), remindersOver(doing)]

export interface Running {
  readonly ctx: Ctx
  readonly port: number
  /** Looks for everything the clock brings, as each minute does. */
  readonly tick: () => Promise<void>
  /** Takes nothing new and lets running work end, ten seconds at most. */
  readonly stop: () => Promise<void>
}

export interface Options {
  /** The domain's clock. */
  readonly now?: () => Date
  /** Keeps to Slack's budgets; a local workspace that counts nothing needs no patience. */
  readonly paced?: boolean
  /** What it is composed of; everything, unless a test is about the kits alone. */
  readonly composed?: readonly Feature[]
}

/**
 * Starts Shipshape on an open database.
 * @throws SlackRefused when Slack does not accept the token; ManifestError when the YAML cannot be read.
 */
export async function startApp(
  config: Config,
  database: OpenDatabase,
  log: Log,
  { now = () => new Date(), paced = true, composed = features }: Options = {},
): Promise<Running> {
  const manifest = await loadManifest(config.MANIFEST_DIR)
  const web = webClient(config.SLACK_BOT_TOKEN, config.SLACK_API_URL)
  const me = await identify(web)
  await migrate(database)
  const hearing = openHearing(config, me, log)
  const ownJobs = [drawJob, pinJob, lookJob, keptEventJob(() => hearing.app)]
  const jobs = await openJobs(
    database,
    me.workspace,
    [...ownJobs, ...composed.flatMap((f) => f.jobs ?? [])],
    log,
  )
  const ctx: Ctx = {
    workspace: me.workspace,
    db: database.db,
    jobs,
    slack: { web, me },
    budget: paced ? openBudget(database.db, me.workspace) : unlimited,
    log,
    features: composed,
    now,
    admins: config.ADMINS,
  }
  await syncDirectory(ctx)
  await applyManifest(ctx, manifest)
  openDoors(hearing.app, ctx)
  const server = await listen(config.PORT, hearing.listener, { parts: () => health(ctx, hearing.connected) })
  await jobs.start(ctx)
  await hearing.start()
  const stopClock = startClock(ctx)
  await tick(ctx)
  return {
    ctx,
    port: portOf(server),
    tick: () => tick(ctx),
    stop: async () => {
      await stopClock()
      await hearing.stop()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await jobs.stop()
    },
  }
}

async function health(ctx: Ctx, connected: () => boolean) {
  const database = await ctx.db.execute(sql`select 1`).then(
    () => true,
    () => false,
  )
  return { database, slack: connected() }
}
