import { weekdayDay } from '../../src/time/words.ts'
import type { Workspace } from '../../test/workspace/workspace.ts'
import type { Heard } from './audience.ts'
import { home } from './places.ts'

/** The attention budget of one release, from product.md; what asks somebody in which part is told by its line one. */
const aims = { voter: 3, itemOwner: 1, manager: 2, channel: 10, home: 1 }
const asks = {
  voter: /^Your (vote|advice) for|Still go\?$|\bvotes?( of yours)? waits?/,
  itemOwner: /\bthings? of yours\b|^Who takes |is yours$/,
  step: /is yours now|: .*\. Open to .*\?$/,
  done: /^\d+ done|^(Open to|Live for everyone).* was [^.]*\.(?! rm knows)/,
}

/** What it cost: calls by method, pings per person, new messages per channel, beside the aims; `over` where one is missed. */
export function figures({ traffic, world, faults }: Workspace, heard: readonly Heard[]): string[] {
  const calls = traffic.all.flatMap((entry) => (entry.kind === 'call' ? [entry.method] : []))
  const pinged = heard.flatMap((message) => message.pings.map((person) => ({ ...message, person })))
  const about = (ask: RegExp) => pinged.filter(({ text }) => ask.test(text))
  const people = [...world.people.values()].filter(({ isBot }) => !isBot)
  const reached = new Set(pinged.map(({ person }) => person))
  const untouched = people.filter(({ handle }) => !reached.has(handle))
  return [
    'Slack API calls by method',
    ...counted(calls).map(row),
    '',
    'Pings per person',
    ...counted(pinged.map(({ person }) => person)).map(row),
    ...untouched.map(({ handle }) => row([handle, 0])),
    '',
    'Beside the aims of one release',
    `  voter, about its vote, ${aims.voter}: ${worst(byPerson(about(asks.voter)), aims.voter)}`,
    `  item owner, ${aims.itemOwner} a day: ${worst(byDay(about(asks.itemOwner)), aims.itemOwner)}`,
    `  step owner, 1 per step: ${perStep(about(asks.step), heard)}`,
    `  release manager, ${aims.manager} a day: ${worst(byDay(pinged.filter(({ person }) => person === 'rm')), aims.manager)}`,
    ...channels(heard),
    ...met(faults.met),
  ]
}

const met = (kinds: Workspace['faults']['met']) => {
  const rows = Object.entries(kinds).map(row)
  return rows.length > 0 ? ['', 'Faults met', ...rows] : []
}

type Ping = Heard & { readonly person: string }

const byPerson = (pings: readonly Ping[]) => counted(pings.map(({ person }) => person))
const byDay = (pings: readonly Ping[]) =>
  counted(pings.map(({ person, at }) => `${person} on ${weekdayDay(at, 'Europe/Berlin')}`))

/** The most that anybody got. */
function worst([first]: readonly [string, number][], aim: number): string {
  if (!first) return 'none'
  const [whom, n] = first
  return `at most ${n}, ${whom}${n > aim ? '  OVER' : ''}`
}

/** Asks to do a step, against the steps that each did. */
function perStep(pings: readonly Ping[], heard: readonly Heard[]): string {
  const did = new Map(
    counted(heard.filter(({ text }) => asks.done.test(text)).map(({ where }) => where.replace('only ', ''))),
  )
  const told = byPerson(pings).map(([person, n]) => {
    const steps = did.get(person) ?? 0
    return `${person} ${n} for ${steps}${n > steps ? '  OVER' : ''}`
  })
  return told.join(', ')
}

function channels(heard: readonly Heard[]): string[] {
  const places = heard.map(({ where }) => where).filter((where) => /^#[\w-]+$/.test(where))
  const digests = heard.filter(({ where, text }) => where === home && text.startsWith('Releases, ')).length
  return [
    '',
    'New messages per channel, besides threads and digests',
    ...counted(places).map(([where, all]) => {
      const n = where === home ? all - digests : all
      const aim = where === home ? aims.home : aims.channel
      return `${row([where, n])}, aim ${aim}${n > aim ? '  OVER' : ''}`
    }),
    row([`digests in ${home}`, digests]),
  ]
}

const row = ([name, n]: readonly [string, number]) => `  ${String(n).padStart(4)}  ${name}`

function counted(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
}
