import { createHmac } from 'node:crypto'
import type { World } from '../world/world.ts'

/** Slack's v0 signature of a request body. */
export function signature(signingSecret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`
}

/** The headers by which the app knows that Slack speaks. */
export function signed({ app }: World, body: string): Record<string, string> {
  const timestamp = Math.floor(Date.now() / 1000)
  return {
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signature(app.signingSecret, timestamp, body),
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
  }
}
