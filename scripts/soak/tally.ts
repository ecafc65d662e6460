import type { Entry, Traffic } from '../../test/workspace/traffic.ts'

/** Counts the traffic, so that it need not be kept: hundreds of lives would fill the memory with it. */
export function tallyOf({ news, all }: Traffic) {
  const counts: Record<Entry['kind'], number> = { call: 0, delivery: 0, response: 0 }
  news.on('moved', ({ kind, ms }) => {
    if (ms === undefined) counts[kind]++
  })
  return {
    counts,
    /** Lets go of what was counted. */
    forget: () => void all.splice(0),
  }
}
