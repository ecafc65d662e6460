import type { Ack, ApiCall, Entry, ResponsePost } from '../traffic.ts'
import type { World } from '../world/world.ts'
import { callerOf, gistOf } from './gist.ts'
import type { TrafficDetails, TrafficLine } from './protocol.ts'
import { redacted } from './redact.ts'

type Outcome = Pick<TrafficLine, 'outcome' | 'words' | 'size'>

const WAITING: Outcome = { outcome: 'waiting', words: 'waiting', size: null }
const UNHEARD: Outcome = { outcome: 'refused', words: 'answered, but nobody got it', size: null }
const WAYS = { http: 'by HTTP', socket: 'by socket', nothing: 'nobody connected' }

/** One entry of the traffic as a line of the page. */
export function lineOf(world: World, id: number, entry: Entry): TrafficLine {
  return {
    id,
    ...titleOf(world, entry),
    gist: gistOf(world, entry),
    fault: entry.fault ?? null,
    at: entry.at,
    ms: entry.ms ?? null,
    ...outcomeOf(entry),
  }
}

/** Both sides of an entry. */
export function detailsOf(entry: Entry): TrafficDetails {
  switch (entry.kind) {
    case 'call':
      return { sent: redacted(entry.args), answered: redacted(entry.answer ?? null) }
    case 'delivery':
      return { sent: redacted(entry.payload), answered: redacted(entry.ack ?? null) }
    case 'response':
      return { sent: redacted(entry.body), answered: entry.answer ?? null }
  }
}

function titleOf(world: World, entry: Entry): Pick<TrafficLine, 'sort' | 'name' | 'by' | 'retry'> {
  switch (entry.kind) {
    case 'call':
      return { sort: 'call', name: entry.method, by: callerOf(world, entry), retry: 0 }
    case 'delivery':
      return { sort: entry.type, name: entry.name, by: WAYS[entry.by], retry: entry.attempt }
    case 'response':
      return { sort: 'response', name: 'response_url', by: 'no token', retry: 0 }
  }
}

function outcomeOf(entry: Entry): Outcome {
  switch (entry.kind) {
    case 'call':
      return entry.answer ? answered(entry.answer, entry) : WAITING
    case 'delivery':
      return entry.ack ? acknowledged(entry.ack) : WAITING
    case 'response':
      return entry.answer === undefined ? WAITING : replied(entry.answer, entry)
  }
}

function replied(word: string, { status, dropped }: Pick<ResponsePost, 'status' | 'dropped'>): Outcome {
  return dropped ? UNHEARD : worded(status === 200, word, bytesOf(word))
}

function answered(
  answer: Record<string, unknown>,
  { status = 200, dropped }: Pick<ApiCall, 'status' | 'dropped'>,
): Outcome {
  if (dropped) return UNHEARD
  const ok = answer.ok === true && status === 200
  const word = ok ? 'ok' : String(answer.error ?? 'no answer')
  return worded(ok, status === 200 ? word : `${word}, HTTP ${status}`, bytesOf(answer))
}

function acknowledged(ack: Ack): Outcome {
  if (!ack.ok) return worded(false, `${ack.error}, ${ack.reason}`, null)
  return worded(true, 'acknowledged', ack.body === null ? 0 : bytesOf(ack.body))
}

function worded(ok: boolean, words: string, size: number | null): Outcome {
  return { outcome: ok ? 'ok' : 'refused', words, size }
}

function bytesOf(body: unknown): number {
  return Buffer.byteLength(typeof body === 'string' ? body : JSON.stringify(body))
}
