import type { Ack } from '../traffic.ts'
import type { World } from '../world/world.ts'
import type { Parcel } from './courier.ts'
import { signed } from './signature.ts'

const MOST_REDIRECTS = 2
export const FORM = 'application/x-www-form-urlencoded'

/** Sends a parcel to the app's request URL, signed as Slack signs, and waits for the answer, three seconds as usual. */
export async function sendByHttp(world: World, url: string, parcel: Parcel): Promise<Ack> {
  const body = encodeBody(parcel)
  const headers = {
    ...signed(world, body),
    'content-type': parcel.type === 'event' ? 'application/json' : FORM,
    ...(parcel.retry && {
      'x-slack-retry-num': String(parcel.retry.num),
      'x-slack-retry-reason': parcel.retry.reason,
    }),
  }
  const signal = AbortSignal.timeout(world.acksWithin)
  try {
    return await read(await post(url, { body, headers, signal }), parcel)
  } catch {
    if (signal.aborted) return { ok: false, error: 'operation_timeout', reason: 'http_timeout' }
    return failed('connection_failed')
  }
}

/** Posts, and once more wherever it is sent on to, at most twice. */
export async function post(url: string, init: RequestInit, onward = MOST_REDIRECTS): Promise<Response> {
  const response = await fetch(url, { ...init, method: 'POST', redirect: 'manual' })
  const location = response.headers.get('location')
  if (!isRedirect(response) || !location || onward === 0) return response
  return post(new URL(location, url).href, init, onward - 1)
}

function isRedirect({ status }: Response): boolean {
  return status === 301 || status === 302
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
  if (isRedirect(response)) return failed('too_many_redirects')
  const accepted = parcel.type === 'event' ? response.ok : response.status === 200
  if (!accepted) {
    const unwanted = response.headers.get('x-slack-no-retry') === '1'
    return failed(unwanted ? 'no_retry' : 'http_error')
  }
  if (text === '') return { ok: true, body: null }
  const isJson = response.headers.get('content-type')?.includes('application/json') ?? false
  return { ok: true, body: isJson ? JSON.parse(text) : text }
}

function failed(reason: string): Ack {
  return { ok: false, error: 'dispatch_failed', reason }
}
