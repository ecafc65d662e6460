import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type DrizzleTransactionLike, fromDrizzle, fromPglite, PgBoss, type Job as Queued } from 'pg-boss'
import type { Ctx } from '../ctx.ts'
import type { Database, OpenDatabase, Transaction } from '../db/database.ts'
import type { Log } from '../log.ts'
import { doing, during, isTold } from '../operation/acting.ts'
import { reference } from '../slack/failure.ts'
import { type Job, type Task, TryLater } from './job.ts'
import { seldom } from './seldom.ts'
import { broughtForward } from './waiting.ts'

/** The durable queue. Tasks enqueued in a transaction exist when it commits, and only then. */
export interface Jobs {
  readonly enqueue: (tx: Transaction | Database, tasks: readonly Task[]) => Promise<void>
  /** Begins to work; resolves once every queue is ready. */
  readonly start: (ctx: Ctx) => Promise<void>
  /** Takes nothing new; what runs goes on, and may enqueue. */
  readonly rest: () => Promise<void>
  /** Waits for what runs, so many milliseconds at most; what has not ended by then goes back to the queue. */
  readonly stop: (patience?: number) => Promise<void>
  /** Whether the queue can be reached and is being worked on. */
  readonly up: () => Promise<boolean>
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
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    // A key that was busy when the queue last counted is left alone until it is counted and read again: a minute each
    // by default.
    queueCacheIntervalSeconds: 1,
  })
  boss.on('error', seldom(log))
  await boss.start()
  const byName = new Map(jobs.map((job) => [job.name, job]))
  const queueOf = (name: string) => `${name}.${workspace}`
  let working = false
  for (const job of jobs) await createQueue(boss, queueOf(job.name), job)

  return {
    async enqueue(tx, tasks) {
      for (const { name, payload, key } of inOrder(tasks, byName))
        await put(boss, queueOf(name), payload, { key, tx })
    },
    async start(ctx) {
      // At once and not with the first round: what a process left that died is begun by the first that starts after it.
      await boss.supervise()
      for (const job of jobs) await work(boss, queueOf(job.name), job, ctx)
      working = true
    },
    async rest() {
      working = false
      const queues = jobs.flatMap(({ name }) => [queueOf(name), deadOf(queueOf(name))])
      for (const queue of queues) await boss.offWork(queue, { wait: false })
    },
    stop: (patience = 10_000) => boss.stop({ graceful: true, timeout: patience }),
    up: async () => working && (await boss.isInstalled().catch(() => false)),
  }
}

/** In one order, whatever asks for them: two that lock each other's waiting jobs would wait for each other for ever. */
function inOrder(tasks: readonly Task[], byName: ReadonlyMap<string, Job>) {
  const known = tasks.map(({ job: name, payload }) => {
    const job = byName.get(name)
    if (!job) throw new Error(`no job is called ${name}`)
    return { name, payload, key: job.key?.(job.payload.parse(payload)) }
  })
  return known.toSorted((a, b) => compare(a.name, b.name) || compare(a.key ?? '', b.key ?? ''))
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)

interface Put {
  readonly key: string | undefined
  readonly tx: Transaction | Database
}

async function put(boss: PgBoss, queue: string, payload: Task['payload'], { key, tx }: Put): Promise<void> {
  const db = within(tx)
  if (!key) await boss.send(queue, payload, { db })
  else if (!(await broughtForward(tx, queue, key, payload))) {
    // Nothing waited, unless somebody else has asked for it meanwhile: then that one is brought forward.
    if (!(await boss.send(queue, payload, { ...keyed(key), db })))
      await put(boss, queue, payload, { key, tx })
  }
}

/** Two of one key never run at once; as its group they do not even stand in the way of what waits behind them. */
const keyed = (key: string) => ({ singletonKey: key, group: { id: key } })

// Drizzle types `execute` per engine and knows neither here; at run time both answer as the adapter expects.
const within = (tx: Transaction | Database) => fromDrizzle(tx as unknown as DrizzleTransactionLike, sql)

function engineOf({ engine }: OpenDatabase) {
  if (engine.kind === 'pglite') return { db: fromPglite(engine.pglite), backend: 'pglite' as const }
  return { connectionString: engine.url, max: 4 }
}

/** Where what used up all its tries ends. */
const deadOf = (queue: string) => `${queue}.dead`

async function createQueue(boss: PgBoss, queue: string, job: Job) {
  const policy = job.key ? 'stately' : 'standard'
  await boss.createQueue(deadOf(queue))
  await boss.createQueue(queue, { ...settings, policy, deadLetter: deadOf(queue) })
  // On PGlite a send inside a transaction hangs while the queue's metadata is not cached; reading caches it.
  await boss.findJobs(queue, { id: randomUUID() })
}

async function work(boss: PgBoss, queue: string, job: Job, ctx: Ctx) {
  await boss.work(
    queue,
    { ...pace, localConcurrency: 2, batchSize: 1, groupConcurrency: 1 },
    async ([queued]: Queued<object>[]) => {
      if (queued) await during({ job: job.name, task: queued.id }, () => run(boss, queue, job, ctx, queued))
    },
  )
  await boss.work(deadOf(queue), { pollingIntervalSeconds: 5, includeMetadata: true }, async ([dead]) => {
    // What failed while an equal one waits for its next try ends here too: that one goes on.
    if (!dead || (dead.sourceRetryCount ?? 0) < settings.retryLimit) return
    const ref = reference()
    // Under its task the log has why, once for each try.
    ctx.log.error({ job: job.name, task: dead.sourceId, payload: dead.data, ref }, 'gave up')
    await job.gaveUp?.(ctx, job.payload.parse(dead.data), ref)
  })
}

async function run(boss: PgBoss, queue: string, job: Job, ctx: Ctx, queued: Queued<object>) {
  const began = performance.now()
  const soFar = () => ({ ...doing(), payload: queued.data, ms: Math.round(performance.now() - began) })
  try {
    await job.run(ctx, job.payload.parse(queued.data))
    ended(ctx, soFar())
  } catch (error) {
    if (!(error instanceof TryLater)) {
      ctx.log.error({ ...soFar(), err: error }, 'job failed')
      count(ctx, 'failed')
      throw error
    }
    ctx.log.info({ ...soFar(), seconds: error.seconds }, error.message)
    // A postponement is not a failure: it uses up no try.
    const key = job.key?.(job.payload.parse(queued.data))
    await boss.send(queue, queued.data, { ...(key && keyed(key)), startAfter: error.seconds })
  }
}

/** A job that carries out what somebody did, or that changed a release, is an act; the rest is housekeeping. */
function ended(ctx: Ctx, done: Readonly<Record<string, unknown>>) {
  if (isTold()) return
  const isAct = 'act' in done || 'changed' in done
  ctx.log[isAct ? 'info' : 'debug'](done, 'done')
  count(ctx, 'done')
}

function count(ctx: Ctx, outcome: 'done' | 'failed') {
  const { act } = doing()
  if (typeof act === 'string') ctx.meters.acted(act, outcome)
}
