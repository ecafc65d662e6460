import type { Job } from '../jobs/job.ts'
import { postponed } from './client.ts'

/** A job that waits, without using up a try, while Slack asks to slow down or does not take the token. */
export const patient = (job: Job): Job => ({
  ...job,
  run: (ctx, payload) => job.run(ctx, payload).catch((error) => Promise.reject(postponed(error))),
})
