import { type Job, PgBoss } from 'pg-boss'

type Handler = (jobs: readonly Job<object>[]) => Promise<unknown>
type Work = (this: PgBoss, queue: string, options: object, handler: Handler) => Promise<string>

/** From now on the ids of the jobs that this process is at. */
export function noteJobs(): ReadonlySet<string> {
  const begun = new Set<string>()
  // pg-boss overloads it in more ways than Shipshape uses; this is the one.
  const work = PgBoss.prototype.work as unknown as Work
  const noting: Work = function (queue, options, handler) {
    return work.call(this, queue, options, async (jobs) => {
      for (const { id } of jobs) begun.add(id)
      try {
        return await handler(jobs)
      } finally {
        for (const { id } of jobs) begun.delete(id)
      }
    })
  }
  Object.assign(PgBoss.prototype, { work: noting })
  return begun
}
