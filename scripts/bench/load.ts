import autocannon from 'autocannon'
import { type Next, signed } from './requests.ts'

export interface Target {
  readonly port: number
  readonly next: Next
  /** Whether an answer is the one that was wanted. */
  readonly accepts: (answer: string) => boolean
}

/** What came of a burst of requests. */
export interface Burst {
  readonly accepted: number
  /** The first answer that was not the one that was wanted. */
  readonly refused: string | null
  readonly seconds: number
  /** Milliseconds, one for each answer. */
  readonly times: readonly number[]
}

/** Sends so many requests over so many connections, each at once when the one before it was answered. */
export async function burst(target: Target, connections: number, amount: number): Promise<Burst> {
  const refused: string[] = []
  const times: number[] = []
  const began = performance.now()
  let ended = began
  let accepted = 0
  const answered = (status: number, body: string) => {
    if (status === 200 && target.accepts(body)) accepted++
    else refused.push(`${status} ${body}`)
  }
  const timed = (milliseconds: number) => {
    times.push(milliseconds)
    ended = performance.now()
  }
  const failed = await send(target, { connections, amount: Math.max(amount, connections) }, answered, timed)
  if (failed > 0) refused.push(`${failed} connections failed`)
  return { accepted, refused: refused[0] ?? null, seconds: (ended - began) / 1000, times }
}

/** @returns how many connections failed. */
function send(
  { port, next }: Target,
  load: { readonly connections: number; readonly amount: number },
  answered: (status: number, body: string) => void,
  timed: (milliseconds: number) => void,
): Promise<number> {
  const command = {
    method: 'POST' as const,
    path: '/slack/events',
    setupRequest: (request: autocannon.Request) => ({ ...request, ...signed(next()) }),
    onResponse: answered,
  }
  const url = `http://127.0.0.1:${port}`
  return new Promise((done, fail) => {
    autocannon({ url, ...load, timeout: 60, sampleInt: 50, requests: [command] }, (error, result) => {
      if (error) fail(error)
      else done(result.errors)
    }).on('response', (_client, _status, _bytes, milliseconds) => timed(milliseconds))
  })
}

export const together = (bursts: readonly Burst[]): Burst => ({
  accepted: bursts.reduce((sum, { accepted }) => sum + accepted, 0),
  refused: bursts.find(({ refused }) => refused)?.refused ?? null,
  seconds: bursts.reduce((sum, { seconds }) => sum + seconds, 0),
  times: bursts.flatMap(({ times }) => times),
})

export const perSecond = ({ times, seconds }: Burst) => times.length / seconds

export function percentile({ times }: Burst, share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
