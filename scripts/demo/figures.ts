import type { Workspace } from '../../test/workspace/workspace.ts'
import type { Heard } from './audience.ts'

/** The attention budget of one release, from product.md. */
const aims = {
  reader: 'reader 0',
  channel: 10,
  home: 1,
}

/** What it cost: calls by method, pings per person, new messages per channel, beside the aims. */
export function figures({ traffic }: Workspace, heard: readonly Heard[]): string[] {
  const calls = counted(traffic.all.flatMap((entry) => (entry.kind === 'call' ? [entry.method] : [])))
  const pings = counted(heard.flatMap(({ pings: whom }) => whom))
  const places = counted(heard.filter(({ inThread }) => !inThread).map(({ where }) => where))
  const channels = places.filter(([where]) => where.startsWith('#'))
  return [
    'Slack API calls by method',
    ...calls.map(([method, n]) => `  ${String(n).padStart(4)}  ${method}`),
    `Pings per person (aims for one release: ${aims.reader}, voter 3, item owner 1 a day, step owner 1 per step, release manager 2 a day)`,
    ...pings.map(([person, n]) => `  ${String(n).padStart(4)}  ${person}`),
    `New messages per channel, threads left out (aims: ${aims.channel} in the release's channel, ${aims.home} in #releases and the digests)`,
    ...channels.map(([where, n]) => `  ${String(n).padStart(4)}  ${where}`),
  ]
}

function counted(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
}
