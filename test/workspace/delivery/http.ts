import type { Ack } from '../traffic.ts'
import type { World } from '../world/world.ts'
import type { Parcel } from './courier.ts'
import { signature } from './signature.ts'

export const ACK_WITHIN_MS = 3000

/** Sends a parcel to the app's request URL, signed as Slack signs, and waits three seconds for the answer. */
export async function sendByHttp(world: World, url: string, parcel: Parcel): Promise<Ack> {
  const body = encodeBody(parcel)
  const timestamp = Math.floor(Date.now() / 1000)
  const headers: Record<string, string> = {
    'content-type': parcel.type === 'event' ? 'application/json' : 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signature(world.app.signingSecret, timestamp, body),
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...(parcel.retry && {
      'x-slack-retry-num': String(parcel.retry.num),
      'x-slack-retry-reason': parcel.retry.reason,
    }),
  }
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers,
      signal: AbortSignal.timeout(ACK_WITHIN_MS),
    })
    return await read(response, parcel)
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === 'TimeoutError'
    if (timedOut) return { ok: false, error: 'operation_timeout', reason: 'http_timeout' }
    return { ok: false, error: 'dispatch_failed', reason: 'connection_failed' }
  }
}

function encodeBody({ type, payload }: Parcel): string {
  if (type === 'event') return JSON.stringify(payload)
  if (type !== 'command') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  return new URLSearchParams(
    Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString()
}

async function read(response: Response, parcel: Parcel): Promise<Ack> {
  const text = await response.text()
  const accepted = parcel.type === 'event' ? response.ok : response.status === 200
  if (!accepted) {
    const unwanted = response.headers.get('x-slack-no-retry') === '1'
    return { ok: false, error: 'dispatch_failed', reason: unwanted ? 'no_retry' : 'http_error' }
  }
  if (text === '') return { ok: true, body: null }
  const isJson = response.headers.get('content-type')?.includes('application/json') ?? false
  return { ok: true, body: isJson ? JSON.parse(text) : text }
}
