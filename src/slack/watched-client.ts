import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Log } from '../log.ts'
import type { CallOutcome } from '../operation/meters.ts'
import { callTimeout, refusedToken, retryAfter, slackWord } from './client.ts'
import { quiet } from './quiet.ts'

/** Told of every call that came to its end; with Slack's word when it refused. */
export type Watcher = (method: string, outcome: CallOutcome, seconds: number, word: string | null) => void

/** A client that tells how each of its calls went. */
export class WatchedClient extends WebClient {
  readonly #watcher: Watcher
  readonly #log: Log
  #accepted: boolean | null = null

  constructor(token: string, { watcher, log }: { watcher: Watcher; log: Log }, options: WebClientOptions) {
    super(token, options)
    this.#watcher = watcher
    this.#log = log
  }

  /** Whether Slack took the token when it was last asked anything. */
  get accepted(): boolean {
    return this.#accepted !== false
  }

  override async apiCall(...call: Parameters<WebClient['apiCall']>) {
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

  #ended(method: string, began: number, error: unknown) {
    const outcome = outcomeOf(error)
    const refused = refusedToken(error)
    if (outcome !== 'unknown') this.#turn(refused)
    this.#watcher(method, outcome, (performance.now() - began) / 1000, refused ?? slackWord(error))
  }

  /** Says once that the token is taken no more, and once that it is again; one that never was is told by the start. */
  #turn(refused: string | null) {
    const accepted = refused === null
    const before = this.#accepted
    this.#accepted = accepted
    if (before === null || before === accepted) return
    if (accepted) this.#log.info('Slack takes SLACK_BOT_TOKEN again')
    else
      this.#log.error(
        { slack: refused },
        'Slack does not take SLACK_BOT_TOKEN any more: what is to be sent waits until Shipshape is started with one that it takes',
      )
  }
}

/** A client for one workspace's token. */
export function webClient(
  token: string,
  slackApiUrl: string,
  log: Log,
  watcher: Watcher = () => {},
): WatchedClient {
  const options = {
    slackApiUrl,
    logger: quiet(log),
    timeout: callTimeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  }
  return new WatchedClient(token, { watcher, log }, options)
}

function outcomeOf(error: unknown): CallOutcome {
  if (error === null) return 'ok'
  if (retryAfter(error) !== null) return 'limited'
  return refusedToken(error) || slackWord(error) ? 'refused' : 'unknown'
}
