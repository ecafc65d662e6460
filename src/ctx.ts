import type { Database } from './db/database.ts'
import type { Feature } from './feature.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Log } from './log.ts'
import type { Meters } from './operation/meters.ts'
import type { Budget } from './slack/budget.ts'
import type { Slack } from './slack/client.ts'

/** Everything that impure code is handed; made once in `app.ts`. */
export interface Ctx {
  /** The Slack team that this process serves. */
  readonly workspace: string
  readonly db: Database
  readonly jobs: Jobs
  readonly slack: Slack
  readonly budget: Budget
  readonly log: Log
  readonly meters: Meters
  readonly features: readonly Feature[]
  /** The clock of the domain: tests and the demo move it. */
  readonly now: () => Date
  /** Slack ids named in the settings who count as admins. */
  readonly admins: readonly string[]
}
