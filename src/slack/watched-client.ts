import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Log } from '../log.ts'
import type { CallOutcome } from '../operation/meters.ts'
import { callTimeout, outcomeUnknown, retryAfter, slackWord } from './client.ts'
import { quiet } from './quiet.ts'

/** Told of every call that came to its end; with Slack's word when it refused. */
export type Watcher = (method: string, outcome: CallOutcome, seconds: number, word: string | null) => void

/** Slack's words for a token that will open nothing any more. */
const deadToken = ['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired']

/** A client that tells how each of its calls went. */
export class WatchedClient extends WebClient {
  readonly #watcher: Watcher
  #accepted = true

  constructor(token: string, watcher: Watcher, options: WebClientOptions) {
    super(token, options)
    this.#watcher = watcher
  }

  /** Whether Slack took the token when it was last asked anything. */
  get accepted(): boolean {
    return this.#accepted
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
    const word = slackWord(error)
    if (outcome !== 'unknown') this.#accepted = !deadToken.includes(word ?? '')
    this.#watcher(method, outcome, (performance.now() - began) / 1000, word)
  }
}

/** A client for one workspace's token. */
export function webClient(
  token: string,
  slackApiUrl: string,
  log: Log,
  watcher: Watcher = () => {},
): WatchedClient {
  return new WatchedClient(token, watcher, {
    slackApiUrl,
    logger: quiet(log),
    timeout: callTimeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })
}

function outcomeOf(error: unknown): CallOutcome {
  if (error === null) return 'ok'
  if (retryAfter(error) !== null) return 'limited'
  return outcomeUnknown(error) || slackWord(error) === null ? 'unknown' : 'refused'
}
