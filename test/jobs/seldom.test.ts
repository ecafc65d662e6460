import { beforeEach, describe, expect, test } from 'vitest'
import { seldom } from '../../src/jobs/seldom.ts'
import { makeLog } from '../../src/log.ts'

let written: Record<string, unknown>[]
let clock: number
let tell: (error: unknown) => void
beforeEach(() => {
  written = []
  clock = 0
  tell = seldom(makeLog('info', [], { write: (line) => void written.push(JSON.parse(line)) }), () => clock)
})
const gone = (worker: string) => new Error(`read ECONNRESET (Queue: draw.T1, Worker: ${worker})`)

describe('an error of the queue', () => {
  test('is told once for all workers, and half a minute later again, with how many were alike', () => {
    for (const worker of ['a', 'b', 'c']) tell(gone(worker))
    expect(written).toHaveLength(1)
    expect(written[0]).toMatchObject({ level: 50, msg: 'queue error', err: { message: gone('a').message } })
    clock = 29_999
    tell(gone('d'))
    expect(written).toHaveLength(1)
    clock = 30_000
    tell(gone('e'))
    expect(written[1]).toMatchObject({ alike: 3 })
    clock = 60_000
    tell(gone('f'))
    expect(written[2]).not.toHaveProperty('alike')
  })

  test('of another kind is told at once', () => {
    tell(gone('a'))
    tell(new Error('relation "pgboss.job" does not exist (Queue: draw.T1, Worker: a)'))
    expect(written).toHaveLength(2)
  })
})
