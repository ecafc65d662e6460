import { and, eq, isNotNull, min, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Running, startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { OpenDatabase } from '../../src/db/database.ts'
import type { Feature } from '../../src/feature.ts'
import type { Log } from '../../src/log.ts'
import { releases } from '../../src/releases/tables.ts'
import { zonesOfPeople } from '../../src/reminders/store.ts'
import { nextMorning } from '../../src/time/mornings.ts'
import type { WorkspaceOptions } from '../../test/workspace/options.ts'
import { startWorkspace, type Workspace } from '../../test/workspace/workspace.ts'
import { cast, castChannels, castGroups } from './cast.ts'
import { type Clock, clockFrom } from './clock.ts'

export type Transport = 'http' | 'socket'

export interface StageOptions {
  readonly database: OpenDatabase
  readonly log: Log
  readonly begins: Date
  readonly transport: Transport
  /** Where the workspace and its page listen; any free port when left out. */
  readonly workspace?: Partial<WorkspaceOptions>
  /** Whether Shipshape looks at the clock every minute, for who plays by hand; the tellers of a story look themselves. */
  readonly ticking?: boolean
  /** Whether Shipshape keeps to Slack's budgets, for a workspace that counts calls. */
  readonly paced?: boolean
  /** What Shipshape is composed of; everything when left out. */
  readonly features?: readonly Feature[]
  /** Where products and models are told; the repository's own when left out. */
  readonly manifest?: string
}

/** A local Slack workspace with the demo's people, and Shipshape connected to it as it would be to Slack. */
export interface Stage {
  readonly slack: Workspace
  readonly app: Running
  readonly clock: Clock
  readonly as: Workspace['as']
  /** Resolves when every event has arrived and no work that is due waits or runs. */
  readonly settled: () => Promise<void>
  /** Puts the clock forward; everything that is due on the way happens at its time. */
  readonly forwardTo: (instant: Date) => Promise<void>
  readonly close: () => Promise<void>
}

export async function openStage({
  database,
  log,
  begins,
  transport,
  ticking = false,
  paced = false,
  workspace,
  features,
  manifest,
}: StageOptions): Promise<Stage> {
  const clock = clockFrom(begins)
  const slack = await startWorkspace({
    clock: () => clock.now().getTime(),
    manifest: 'slack-manifest.yml',
    people: cast,
    groups: castGroups,
    channels: castChannels,
    ...workspace,
  })
  const doors =
    transport === 'socket'
      ? { SLACK_APP_TOKEN: slack.appToken }
      : { SLACK_SIGNING_SECRET: slack.signingSecret }
  const config = readConfig({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    ...doors,
    ...(manifest && { MANIFEST_DIR: manifest }),
  })
  const app = await startApp({ ...config, PORT: 0 }, database, log, {
    now: clock.now,
    paced,
    ticking,
    ...(features && { composed: features }),
  })
  if (transport === 'http') slack.deliverTo(`http://127.0.0.1:${app.port}/slack/events`)
  // With faults, what will be tried again is waited for too.
  const until = workspace?.faults ? 'nothing is put off' : 'nothing is due'
  const settled = () => untilIdle(database, { slack, until })
  // The look at the start ends before anybody acts, or it would tell what they have only just done.
  await settled()
  return {
    slack,
    app,
    clock,
    as: (handle) => slack.as(handle),
    settled,
    forwardTo: (instant) => forward({ app, clock, settled }, instant),
    close: async () => {
      await app.stop()
      await slack.close()
    },
  }
}

async function forward({ app, clock, settled }: Pick<Stage, 'app' | 'clock' | 'settled'>, instant: Date) {
  // Bounded, because what stays due without an event would otherwise hold the clock for ever.
  for (let stop = 0; stop < 200; stop++) {
    const next = await nextLook(app, clock.now())
    if (next >= instant) break
    clock.forwardTo(next)
    await app.tick()
    await settled()
  }
  clock.forwardTo(instant)
  await app.tick()
  await settled()
}

/** What comes first: something due in a release, or a morning where somebody lives. */
async function nextLook(app: Running, after: Date): Promise<Date> {
  const { db, workspace } = app.ctx
  const mornings = (await zonesOfPeople(db, workspace)).map((zone) => nextMorning(after, zone))
  const wake = await nextWake(app, after)
  return new Date(Math.min(...[...mornings, ...(wake ? [wake] : [])].map(Number)))
}

/** When the clock next has something to say to a release of this workspace. */
export async function nextWake({ ctx }: Running, after: Date): Promise<Date | null> {
  const ours = and(
    eq(releases.workspace, ctx.workspace),
    isNotNull(releases.wakes),
    sql`${releases.wakes} > ${after.toISOString()}::timestamptz`,
  )
  const [found] = await ctx.db
    .select({ at: min(releases.wakes) })
    .from(releases)
    .where(ours)
  return found?.at ?? null
}

const counted = z.object({ n: z.coerce.number() })

interface Idle {
  readonly slack: Workspace
  readonly until: 'nothing is due' | 'nothing is put off'
}

async function untilIdle({ db }: OpenDatabase, { slack, until }: Idle) {
  const due = until === 'nothing is due' ? sql`and start_after <= now()` : sql``
  const work = sql`select count(*)::int as n from pgboss.job
    where state in ('created', 'retry', 'active') ${due} and name not like '%.dead'`
  for (let quiet = 0; quiet < 2; ) {
    const answer: unknown = await db.execute(work)
    // PGlite answers `{ rows }`, postgres.js the rows themselves.
    const rows = z
      .union([z.array(counted), z.object({ rows: z.array(counted) }).transform(({ rows }) => rows)])
      .parse(answer)
    quiet = rows[0]?.n === 0 && !slack.traffic.hasEventsUnderWay ? quiet + 1 : 0
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
