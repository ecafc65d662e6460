import { WebClient, type WebClientOptions } from '@slack/web-api'
import { secondsToMilliseconds } from 'date-fns/secondsToMilliseconds'
import type { Log } from '../log.ts'
import type { CallOutcome } from '../operation/meters.ts'
import { type Budget, unlimited } from './budget.ts'
import { spentOn } from './called-methods.ts'
import { callTimeout, refusedToken, retryAfter, slackWord, tokenAgain } from './client.ts'
import { quiet } from './quiet.ts'

/** Told of every call that came to its end; with Slack's word when it refused. */
export type Watcher = (method: string, outcome: CallOutcome, seconds: number, word: string | null) => void

export interface Watching {
  readonly watcher?: Watcher
  readonly now?: () => Date
}

/** How Slack refused the token, and when it was last asked. */
interface Refusal {
  readonly error: unknown
  readonly asked: Date
}

/**
 * A client that tells how each of its calls went. While Slack does not take the token it calls nobody, but for one
 * call every half a minute that finds out whether it is taken again.
 */
export class WatchedClient extends WebClient {
  readonly #log: Log
  readonly #watcher: Watcher
  readonly #now: () => Date
  #budget = unlimited
  /** Null while Slack takes the token; undefined until it was first asked. */
  #refusal: Refusal | null | undefined

  constructor(token: string, log: Log, watching: Watching, options: WebClientOptions) {
    const { watcher = () => {}, now = () => new Date() } = watching
    super(token, options)
    this.#log = log
    this.#watcher = watcher
    this.#now = now
  }

  /** Whether Slack takes the token; while it does not, that is asked again. */
  async accepted(): Promise<boolean> {
    if (this.#refusal) await this.auth.test().catch(() => {})
    return !this.#refusal
  }

  /** From now on what calls cost is taken from this budget, but for what never waits and what is drawn. */
  spendFrom(budget: Budget): void {
    this.#budget = budget
  }

  /** @throws OverBudget before anything is sent. */
  override async apiCall(...call: Parameters<WebClient['apiCall']>) {
    this.#stopIfRefused()
    const spent = spentOn(call[0])
    if (spent) await this.#budget.take(spent.method, '', spent.priority)
    const began = performance.now()
    try {
      const answer = await super.apiCall(...call)
      this.#ended(call[0], began, null)
      return answer
    } catch (error) {
      this.#ended(call[0], began, error)
      throw error
    }
  }

  /** @throws what Slack said to the token, unless it is time for one call to find out. */
  #stopIfRefused() {
    if (!this.#refusal) return
    const { error, asked } = this.#refusal
    const now = this.#now()
    if (now.getTime() - asked.getTime() < secondsToMilliseconds(tokenAgain)) throw error
    this.#refusal = { error, asked: now }
  }

  #ended(method: string, began: number, error: unknown) {
    const outcome = outcomeOf(error)
    const refused = refusedToken(error)
    if (outcome !== 'unknown') this.#turn(error, refused)
    this.#watcher(method, outcome, (performance.now() - began) / 1000, refused ?? slackWord(error))
  }

  /** Says once that the token is taken no more, and once that it is again; one that never was is told by the start. */
  #turn(error: unknown, refused: string | null) {
    const before = this.#refusal
    this.#refusal = refused === null ? null : { error, asked: this.#now() }
    if (before === undefined || (before === null) === (refused === null)) return
    if (refused === null) this.#log.info('Slack takes SLACK_BOT_TOKEN again')
    else this.#log.error({ slack: refused }, lost)
  }
}

const lost =
  'Slack does not take SLACK_BOT_TOKEN any more: nothing is sent until it does again, or Shipshape is started with one that it takes'

/** A client for one workspace's token. */
export function webClient(
  token: string,
  slackApiUrl: string,
  log: Log,
  watching: Watching = {},
): WatchedClient {
  const options = {
    slackApiUrl,
    logger: quiet(log),
    timeout: callTimeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  }
  return new WatchedClient(token, log, watching, options)
}

function outcomeOf(error: unknown): CallOutcome {
  if (error === null) return 'ok'
  if (retryAfter(error) !== null) return 'limited'
  return refusedToken(error) || slackWord(error) ? 'refused' : 'unknown'
}
