import { asking, voting } from './requests.ts'
import type { Series } from './series.ts'

export interface Sides {
  readonly app: { readonly port: number }
  readonly bare: { readonly port: number }
  /** Releases on record. */
  readonly count: number
  readonly connections: readonly number[]
}

export const statusOf = ({ app, bare, count }: Sides): Series => {
  const shown = (answer: string) => answer.includes('deciding')
  const asked = ({ port }: { readonly port: number }, word: string) => {
    const next = asking(word, count)
    return () => ({ port, next, accepts: shown })
  }
  return {
    name: '/release status',
    aim: 0.6,
    sides: [
      { name: 'Shipshape', target: asked(app, 'status') },
      { name: 'bare Bolt, the same rows', target: asked(bare, 'status') },
      { name: 'bare Bolt, select 1', target: asked(bare, 'one') },
    ],
  }
}

const counted = (answer: string) => answer.includes('Counted')

/** A release of its own for each number of connections, because every answer that was given is kept and read. */
export const hotBallots = ({ app, bare, connections }: Sides): Series => {
  const cast =
    ({ port }: { readonly port: number }) =>
    (at: number) => ({
      port,
      next: voting([connections.indexOf(at) + 1]),
      accepts: counted,
    })
  return { name: 'a ballot, one hot release', aim: 0.4, sides: againstTransaction(cast(app), cast(bare)) }
}

export const spreadBallots = ({ app, bare, count, connections }: Sides): Series => {
  const cold = Array.from({ length: count - connections.length }, (_, i) => connections.length + i + 1)
  const cast = ({ port }: { readonly port: number }) => {
    const next = voting(cold)
    return () => ({ port, next, accepts: counted })
  }
  return { name: 'a ballot, spread over all', aim: 0.4, sides: againstTransaction(cast(app), cast(bare)) }
}

type Cast = Series['sides'][number]['target']

const againstTransaction = (app: Cast, bare: Cast) => [
  { name: 'Shipshape', target: app },
  { name: 'bare Bolt, one transaction', target: bare },
]
