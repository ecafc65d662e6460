/**
 * What the page is told of everything that went between the app and the workspace.
 * `GET /client/traffic?since=REVISION` answers `TrafficNews`; `GET /client/traffic/ID` answers `TrafficDetails`.
 * The live stream's `traffic` events mean "ask for the news again".
 */
import type { FaultKind, FaultPlan } from '../faults/plan.ts'

export interface TrafficNews {
  /** To be asked from the next time. */
  revision: number
  /** What is new or ended since then, oldest first. */
  lines: TrafficLine[]
}

export interface TrafficLine {
  id: number
  sort: 'event' | 'command' | 'interactive' | 'options' | 'call' | 'response'
  /** The event's type, the command, the interaction's type, or the method. */
  name: string
  /** With which token it was called, or by which way it was delivered. */
  by: string
  /** What it was about, in one line. */
  gist: string
  /** Of a delivery that came again, which retry it was. */
  retry: number
  /** The kind of fault that it met on purpose. */
  fault: string | null
  at: number
  /** Null while it is not answered. */
  ms: number | null
  outcome: 'waiting' | 'ok' | 'refused'
  /** The outcome in Slack's words. */
  words: string
  /** Bytes of the answer. */
  size: number | null
}

/** Both sides of an entry, tokens taken out and long texts cut. */
export interface TrafficDetails {
  sent: unknown
  answered: unknown
}

/** `GET /client/faults` answers this; `POST /client/faults` takes a whole plan and answers this, or says why not. */
export interface FaultsNow {
  plan: FaultPlan
  /** How many of each kind were met so far. */
  met: Partial<Record<FaultKind, number>>
  /** How the whole workspace is at the moment, by whatever means. */
  workspace: { paid: boolean; restricted: boolean; removed: boolean }
}

/**
 * `GET /client/delivery` answers this; `POST /client/delivery` takes `{ requestUrl }` and answers this once the URL gave
 * Slack's challenge back, or says why not. Null means Socket Mode.
 */
export interface DeliveryNow {
  requestUrl: string | null
  /** How many sockets the app has open. */
  sockets: number
}
