import { ErrorCode, type WebClient } from '@slack/web-api'
import { z } from 'zod'
import { TryLater } from '../jobs/job.ts'

/** Shipshape's own hands in Slack: a client that neither waits nor retries, because only the queue retries. */
export interface Slack {
  readonly web: WebClient
  readonly me: {
    readonly workspace: string
    readonly botUser: string
    readonly bot: string
    readonly address: string
  }
}

/** How long a call may take before its outcome counts as unknown, in milliseconds. */
export const callTimeout = 10_000

/**
 * Asks Slack who the token is.
 * @throws SlackRefused with Slack's word when the token is not accepted or Slack cannot be reached.
 */
export async function identify(web: WebClient): Promise<Slack['me']> {
  const answer = await web.auth.test().catch(refusing('SLACK_BOT_TOKEN'))
  const { team_id, user_id, bot_id, url } = identity.parse(answer)
  return { workspace: team_id, botUser: user_id, bot: bot_id, address: url }
}

const identity = z.object({ team_id: z.string(), user_id: z.string(), bot_id: z.string(), url: z.string() })

export class SlackRefused extends Error {
  override readonly name = 'SlackRefused'
  readonly word: string
  readonly token: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'
  constructor(word: string, token: SlackRefused['token'], options?: ErrorOptions) {
    super(`Slack says ${word} to ${token}`, options)
    this.word = word
    this.token = token
  }
}

/** Ends what cannot begin without this token, with Slack's word for why. */
export const refusing =
  (token: SlackRefused['token']) =>
  (cause: unknown): never => {
    throw new SlackRefused(refusedToken(cause) ?? slackWord(cause) ?? 'unreachable', token, { cause })
  }

const coded = z.object({ code: z.string() })
const platform = z.object({ code: z.literal(ErrorCode.PlatformError), data: z.object({ error: z.string() }) })
const limited = z.object({ code: z.literal(ErrorCode.RateLimitedError), retryAfter: z.number() })

/** Slack's words for its own trouble: the call may have done its work although it failed. */
const troubles = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']
/** What it says where it does not answer 429. */
const tooMany = ['ratelimited', 'rate_limited']

/** Its words for a token that opens nothing any more: an operator has to bring another one. */
const deadToken = ['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired']
const inVain = [...troubles, ...tooMany, ...deadToken]

/** Slack's word as it came. */
const said = (error: unknown) => platform.safeParse(error).data?.data.error ?? null

/** Slack's own word for a refusal, such as `channel_not_found`; null when asking again may help. */
export function slackWord(error: unknown): string | null {
  const word = said(error)
  return word === null || inVain.includes(word) ? null : word
}

/** Slack's word for a token that it does not take; null for everything else. */
export function refusedToken(error: unknown): string | null {
  const word = said(error)
  return word !== null && deadToken.includes(word) ? word : null
}

/** Whether Slack did nothing because of its rate limits; then after how many seconds it may be asked again. */
export function retryAfter(error: unknown): number | null {
  if (tooMany.includes(said(error) ?? '')) return 10
  return limited.safeParse(error).data?.retryAfter ?? null
}

/** How many seconds pass before Slack is asked again whether it takes the token. */
export const tokenAgain = 30

/** Turns "too many calls" and a dead token into a postponement, for jobs; anything else stays as it is. */
export function postponed(error: unknown): unknown {
  if (refusedToken(error)) return new TryLater(tokenAgain, 'Slack does not take the token')
  const seconds = retryAfter(error)
  return seconds === null ? error : new TryLater(seconds, 'Slack asks to slow down')
}

/** Whether the call may have done its work although it failed: a time-out, a broken connection, a 5xx. */
export const outcomeUnknown = (error: unknown) =>
  coded.safeParse(error).success &&
  slackWord(error) === null &&
  refusedToken(error) === null &&
  retryAfter(error) === null
