import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { channels, homeChannels } from './channels/feature.ts'
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
import { listen, type Server } from './http/server.ts'
import { type Jobs, openJobs } from './jobs/jobs.ts'
import { standing } from './jobs/standing.ts'
import type { Log } from './log.ts'
import { applyManifest } from './manifest/apply.ts'
import { loadManifest } from './manifest/manifest.ts'
import { openMeters } from './operation/meters.ts'
import { ask } from './operation/parts.ts'
import { people, roles } from './people/feature.ts'
import { syncDirectory } from './people/sync.ts'
import { readiness } from './readiness/feature.ts'
import { releases } from './releases/feature.ts'
import { remindersOver } from './reminders/feature.ts'
import { reviews } from './reviews/feature.ts'
import { scope } from './scope/feature.ts'
import { type Hearing, openDoors, openHearing } from './slack/app.ts'
import { openBudget, unlimited } from './slack/budget.ts'
import { identify } from './slack/client.ts'
import { keptEventJob } from './slack/kept-events.ts'
import { patient } from './slack/patient.ts'
import { tokenEvents } from './slack/token-events.ts'
import { type WatchedClient, webClient } from './slack/watched-client.ts'
import { gaveUp } from './surfaces/gave-up.ts'
import { tellingManager } from './surfaces/gave-up-worker.ts'
import { pinJob } from './surfaces/pin.ts'
import { drawJob } from './surfaces/worker.ts'
import { timeline } from './timeline/feature.ts'
import { verification } from './verification/feature.ts'
import { votes } from './votes/feature.ts'

const installation: Feature = { name: 'installation', events: tokenEvents }

/** Everything Shipshape does. The order is the order in which each asks what is due. */
const doing: readonly Feature[] = [
  installation,
  people,
  roles,
  releases,
  scope,
  readiness,
  votes,
  execution,
  verification,
  reviews,
  timeline,
  channels,
  homeChannels,
  follow,
  digests,
  gaveUp,
]
export const features: readonly Feature[] = [...doing, homeOver(doing), remindersOver(doing)]

export interface Running {
  readonly ctx: Ctx
  readonly port: number
  /** Looks for everything the clock brings, as each minute does. */
  readonly tick: () => Promise<void>
  /** Takes nothing new and lets running work end, nine seconds at most. */
  readonly stop: () => Promise<void>
}

export interface Options {
  /** The domain's clock. */
  readonly now?: () => Date
  /** Keeps to Slack's budgets; a local workspace that counts nothing needs no patience. */
  readonly paced?: boolean
  /** Whether it looks at the clock every minute; whoever moves the clock looks by themselves. */
  readonly ticking?: boolean
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
  { now = () => new Date(), paced = true, ticking = true, composed = features }: Options = {},
): Promise<Running> {
  const manifest = await loadManifest(config.MANIFEST_DIR)
  const meters = openMeters()
  const watching = { watcher: meters.called, now }
  const web = webClient(config.SLACK_BOT_TOKEN, config.SLACK_API_URL, log, watching)
  const me = await identify(web)
  await migrate(database)
  const budget = paced ? openBudget(database.db, me.workspace) : unlimited
  web.spendFrom(budget)
  const hearing = openHearing(config, me, log)
  const ownJobs = [drawJob, pinJob, lookJob, keptEventJob(() => hearing.app)]
  const work = [...ownJobs, ...composed.flatMap((f) => f.jobs ?? [])].map(tellingManager).map(patient)
  const jobs = await openJobs(database, me.workspace, work, log)
  const ctx: Ctx = {
    workspace: me.workspace,
    db: database.db,
    jobs,
    slack: { web, me },
    budget,
    log,
    meters,
    features: composed,
    now,
    admins: config.ADMINS,
  }
  await syncDirectory(ctx)
  await applyManifest(ctx, manifest)
  openDoors(hearing.app, ctx)
  const queues = work.map(({ name }) => name)
  meters.watchQueues(() => standing(database.db, me.workspace, queues))
  const server = await listen({
    port: config.PORT,
    slack: hearing.listener,
    parts: () => parts(ctx, hearing, web),
    metrics: meters.registry,
    log,
  })
  await jobs.start(ctx)
  await hearing.start()
  const stopClock = ticking ? startClock(ctx) : async () => {}
  await tick(ctx)
  return {
    ctx,
    port: server.port,
    tick: () => tick(ctx),
    stop: () => stop({ server, jobs, hearing, stopClock }),
  }
}

const parts = ({ db, jobs }: Ctx, hearing: Hearing, web: WatchedClient) =>
  ask({
    database: () => db.execute(sql`select 1`).then(() => true),
    queue: jobs.up,
    slack: async () => hearing.connected() && (await web.accepted()),
  })

/** How long running work may take to end, in milliseconds. */
const patience = 8_000

interface Stopping {
  readonly server: Server
  readonly jobs: Jobs
  readonly hearing: Hearing
  readonly stopClock: () => Promise<void>
}

/** What was taken is brought to its end: acts first, since they enqueue what follows; what follows waits for the next start. */
async function stop({ server, jobs, hearing, stopClock }: Stopping) {
  const began = performance.now()
  const left = () => Math.max(0, patience - (performance.now() - began))
  server.rest()
  await jobs.rest()
  await Promise.all([within(left(), stopClock()), hearing.stop(left())])
  await jobs.stop(left())
  await server.close()
}

const within = (milliseconds: number, work: Promise<void>) =>
  Promise.race([work, pause(milliseconds, undefined, { ref: false })])
