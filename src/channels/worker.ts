import type { Ctx } from '../ctx.ts'
import { provisionJob } from './provision.ts'
import { unprovisioned } from './store.ts'

/** Once a minute: a channel that could not be made while Slack was down is made when it is back. */
export async function sweepChannels({ db, jobs, workspace }: Ctx): Promise<void> {
  await db.transaction(async (tx) => {
    const left = await unprovisioned(tx, workspace)
    const tasks = left.map((release) => ({ job: provisionJob.name, payload: { workspace, release } }))
    await jobs.enqueue(tx, tasks)
  })
}
