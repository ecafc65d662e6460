import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type DrizzleTransactionLike, fromDrizzle, fromPglite, PgBoss, type Job as Queued } from 'pg-boss'
import type { Ctx } from '../ctx.ts'
import type { Database, OpenDatabase, Transaction } from '../db/database.ts'
import type { Log } from '../log.ts'
import { type Job, type Task, TryLater } from './job.ts'

/** The durable queue. Tasks enqueued in a transaction exist when it commits, and only then. */
export interface Jobs {
  readonly enqueue: (tx: Transaction | Database, tasks: readonly Task[]) => Promise<void>
  /** Begins to work; resolves once every queue is ready. */
  readonly start: (ctx: Ctx) => Promise<void>
  /** Takes nothing new and waits for running work, ten seconds at most. */
  readonly stop: () => Promise<void>
}

const settings = {
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  heartbeatSeconds: 10,
  notify: true,
}
const pace = { notifyPollingIntervalSeconds: 0.5, pollingIntervalSeconds: 0.5 }

/** @param workspace queues are per workspace, since a process can only act where it holds a token. */
export async function openJobs(
  database: OpenDatabase,
  workspace: string,
  jobs: readonly Job[],
  log: Log,
): Promise<Jobs> {
  const boss = new PgBoss({
    ...engineOf(database),
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  })
  boss.on('error', (error) => log.error({ err: error }, 'queue error'))
  await boss.start()
  const byName = new Map(jobs.map((job) => [job.name, job]))
  const queueOf = (name: string) => `${name}.${workspace}`
  for (const job of jobs) await createQueue(boss, queueOf(job.name), job)

  return {
    async enqueue(tx, tasks) {
      for (const { job: name, payload } of tasks) {
        const job = byName.get(name)
        if (!job) throw new Error(`no job is called ${name}`)
        const key = job.key?.(job.payload.parse(payload))
        await put(boss, queueOf(name), payload, { key, db: within(tx) })
      }
    },
    async start(ctx) {
      for (const job of jobs) await work(boss, queueOf(job.name), job, ctx)
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

interface Put {
  readonly key: string | undefined
  readonly db: ReturnType<typeof fromDrizzle>
}

/**
 * An equal key that waits is brought forward, and stays locked until the transaction ends: begun before, it would
 * work on what the transaction is about to change.
 */
async function put(boss: PgBoss, queue: string, payload: Task['payload'], { key, db }: Put) {
  if (key) await boss.upsert(queue, payload, { singletonKey: key, startAfter: 0, match: 'all', db })
  else await boss.send(queue, payload, { db })
}

// Drizzle types `execute` per engine and knows neither here; at run time both answer as the adapter expects.
const within = (tx: Transaction | Database) => fromDrizzle(tx as unknown as DrizzleTransactionLike, sql)

function engineOf({ engine }: OpenDatabase) {
  if (engine.kind === 'pglite') return { db: fromPglite(engine.pglite), backend: 'pglite' as const }
  return { connectionString: engine.url, max: 4 }
}

async function createQueue(boss: PgBoss, queue: string, job: Job) {
  const policy = job.key ? 'stately' : 'standard'
  await boss.createQueue(`${queue}.dead`)
  await boss.createQueue(queue, { ...settings, policy, deadLetter: `${queue}.dead` })
  // On PGlite a send inside a transaction hangs while the queue's metadata is not cached; reading caches it.
  await boss.findJobs(queue, { id: randomUUID() })
}

async function work(boss: PgBoss, queue: string, job: Job, ctx: Ctx) {
  await boss.work(
    queue,
    { ...pace, localConcurrency: 2, batchSize: 1 },
    async ([queued]: Queued<object>[]) => {
      if (queued) await run(boss, queue, job, ctx, queued)
    },
  )
  await boss.work(`${queue}.dead`, { pollingIntervalSeconds: 5 }, async ([dead]) => {
    if (!dead) return
    ctx.log.error({ job: job.name, payload: dead.data }, 'gave up')
    await job.gaveUp?.(ctx, job.payload.parse(dead.data))
  })
}

async function run(boss: PgBoss, queue: string, job: Job, ctx: Ctx, queued: Queued<object>) {
  try {
    await job.run(ctx, job.payload.parse(queued.data))
  } catch (error) {
    if (!(error instanceof TryLater)) {
      ctx.log.error({ job: job.name, payload: queued.data, err: error }, 'job failed')
      throw error
    }
    ctx.log.info({ job: job.name, payload: queued.data, seconds: error.seconds }, error.message)
    // A postponement is not a failure: it uses up no try.
    const key = job.key?.(job.payload.parse(queued.data))
    await boss.send(queue, queued.data, { ...(key && { singletonKey: key }), startAfter: error.seconds })
  }
}
