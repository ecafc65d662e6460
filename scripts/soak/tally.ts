import type { Entry, Traffic } from '../../test/workspace/traffic.ts'

/** Counts the traffic, so that it need not be kept: hundreds of lives would fill the memory with it. */
export function tallyOf({ news, all }: Traffic) {
  const counts = { call: 0, delivery: 0, response: 0, byHttp: 0 }
  news.on('moved', (entry: Entry) => {
    if (entry.ms !== undefined) return
    counts[entry.kind]++
    if (entry.kind === 'delivery' && entry.by === 'http') counts.byHttp++
  })
  return {
    counts,
    /** Lets go of what was counted. */
    forget: () => void all.splice(0),
  }
}
