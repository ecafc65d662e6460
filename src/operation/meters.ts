import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { soon } from './parts.ts'

/** How a call of Slack's Web API went; `unknown` when it may have done its work although it failed. */
export type CallOutcome = 'ok' | 'refused' | 'limited' | 'unknown'

/** How an act of a person went: done, a rule said no, or something broke on our side. */
export type ActOutcome = 'done' | 'refused' | 'failed'

export interface QueueStanding {
  readonly queue: string
  readonly waiting: number
  /** How long the oldest that is due has waited, in seconds. */
  readonly oldest: number
}

/** What is counted for those who operate Shipshape. Every label comes from our own code or is one of Slack's words. */
export interface Meters {
  /** @param act door and name, such as `command go`. */
  readonly acted: (act: string, outcome: ActOutcome) => void
  /** How long Slack waited at a door for its acknowledgement. */
  readonly acknowledged: (door: string, seconds: number) => void
  /** @param word Slack's, when it refused. */
  readonly called: (method: string, outcome: CallOutcome, seconds: number, word: string | null) => void
  readonly drew: (kind: string, how: 'posted' | 'edited') => void
  /** Asks this at every scrape. */
  readonly watchQueues: (standing: () => Promise<readonly QueueStanding[]>) => void
  readonly registry: Registry
}

/** Slack gives three seconds for an acknowledgement, and ten are the client's own patience. */
const ackBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3]
const callBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function openMeters(): Meters {
  const registry = new Registry()
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter({ name: `shipshape_${name}`, help, labelNames, registers: [registry] })
  const seconds = <L extends string>(name: string, help: string, buckets: number[], label: L) =>
    new Histogram({ name: `shipshape_${name}`, help, buckets, labelNames: [label], registers: [registry] })

  const acts = counter('acts_total', 'What people did, by door and name, and how it went', 'act', 'outcome')
  const acks = seconds('ack_seconds', 'How long Slack waited to be acknowledged', ackBuckets, 'door')
  const calls = counter('slack_calls_total', 'Calls of Slack’s Web API', 'method', 'outcome')
  const refusals = counter('slack_refusals_total', 'Refusals, by Slack’s word', 'method', 'error')
  const callTimes = seconds('slack_call_seconds', 'How long calls took', callBuckets, 'method')
  const cards = counter('cards_drawn_total', 'Messages that were posted or edited', 'kind', 'how')

  return {
    acted: (act, outcome) => acts.inc({ act, outcome }),
    acknowledged: (door, took) => acks.observe({ door }, took),
    called: (method, outcome, took, word) => {
      calls.inc({ method, outcome })
      callTimes.observe({ method }, took)
      if (word) refusals.inc({ method, error: word })
    },
    drew: (kind, how) => cards.inc({ kind, how }),
    watchQueues: (standing) => watchQueues(registry, standing),
    registry,
  }
}

/** A scrape that finds no answer within its patience leaves the queues out, and tells all else. */
function watchQueues(registry: Registry, standing: () => Promise<readonly QueueStanding[]>) {
  let asking: Promise<readonly QueueStanding[]> | null = null
  const asked = () => {
    asking ??= soon(standing, []).finally(() => {
      asking = null
    })
    return asking
  }
  const gauge = (name: string, help: string, of: (queue: QueueStanding) => number) =>
    new Gauge({
      name: `shipshape_queue_${name}`,
      help,
      labelNames: ['queue'],
      registers: [registry],
      async collect() {
        const queues = await asked()
        this.reset()
        for (const one of queues) this.set({ queue: one.queue }, of(one))
      },
    })
  gauge('waiting', 'Tasks that wait, also those put off', ({ waiting }) => waiting)
  gauge('oldest_seconds', 'How long the oldest task that is due has waited', ({ oldest }) => oldest)
}
