import { type Burst, burst, perSecond, type Target, together } from './load.ts'

/** One act, done by the app and by what it is compared with, which comes second; others are for information. */
export interface Series {
  readonly name: string
  /** The app does at least this share of what the reference does. */
  readonly aim: number
  readonly sides: readonly Side[]
}

export interface Side {
  readonly name: string
  readonly target: (connections: number) => Target
}

export interface Effort {
  readonly connections: readonly number[]
  /** How long each side is driven at each number of connections. */
  readonly seconds: number
  /** So many requests instead, whatever time they take. */
  readonly amount: number | null
}

/** What came of one side at one number of connections. */
export interface Measured {
  readonly side: string
  readonly connections: number
  readonly timed: Burst
  /** With those of the warm-up. */
  readonly accepted: number
  readonly refused: string | null
}

/** The sides take turns, so that whatever else the machine does disturbs them alike. */
const turns = 3

export async function measure(series: Series, effort: Effort): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const connections of effort.connections)
    measured.push(...(await measureAt(series, connections, effort)))
  return measured
}

async function measureAt({ sides }: Series, connections: number, effort: Effort): Promise<Measured[]> {
  const driven = []
  for (const { name, target } of sides)
    driven.push(await warmedUp(name, target(connections), connections, effort))
  for (let turn = 0; turn < turns; turn++) {
    for (const { target, amount, bursts } of driven) bursts.push(await burst(target, connections, amount))
  }
  return driven.map(({ side, warmUp, bursts }) => {
    const timed = together(bursts)
    const { accepted, refused } = together([warmUp, ...bursts])
    return { side, connections, timed, accepted, refused }
  })
}

/** How many requests are a turn's share of the time follows from how fast the warm-up was answered. */
async function warmedUp(side: string, target: Target, connections: number, effort: Effort) {
  const bursts: Burst[] = []
  if (effort.amount !== null) {
    const warmUp = await burst(target, connections, connections)
    return { side, target, warmUp, bursts, amount: Math.ceil(effort.amount / turns) }
  }
  const first = await burst(target, connections, 20 * connections)
  const second = await burst(target, connections, Math.ceil(perSecond(first)))
  const amount = Math.ceil((perSecond(second) * effort.seconds) / turns)
  return { side, target, warmUp: together([first, second]), bursts, amount }
}
