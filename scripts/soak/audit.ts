import type { World } from '../../test/workspace/world/world.ts'
import { type Expected, type Sort, sorts } from './expected.ts'
import { foundIn, saidIn, surfaceOf, type Thing } from './found.ts'
import type { OnRecord } from './record.ts'

/** How many of one sort there should be, and how many there are. */
export interface Count {
  readonly expected: number
  readonly found: number
}

export interface Audit {
  readonly counts: Readonly<Record<Sort, Count>>
  /** Whatever is lost, doubled, or not as it should be. */
  readonly problems: readonly string[]
}

/** Compares what was found with what should be: each thing once, and no other. */
export function audit(expected: readonly Expected[], world: World, record: OnRecord): Audit {
  const found = foundIn(world, record)
  const wanted = (sort: Sort): Thing[] =>
    expected.flatMap((one) => one[sort].map((what) => ({ key: one.key, what })))
  const counts = Object.fromEntries(
    sorts.map((sort) => [sort, { expected: wanted(sort).length, found: found[sort].length }]),
  )
  return {
    // Built from `sorts`, so that every sort is there, which `fromEntries` cannot say.
    counts: counts as Audit['counts'],
    problems: [
      ...sorts.flatMap((sort) =>
        differences(wanted(sort).map(worded), found[sort].map(worded)).map((one) => `${sort}: ${one}`),
      ),
      ...strangers(world, record),
      ...behind(world, record),
    ],
  }
}

const worded = ({ key, what }: Thing) => `${key}: ${what}`

/** Each expected thing takes one that was found. */
export function differences(expected: readonly string[], found: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const one of found) left.set(one, (left.get(one) ?? 0) + 1)
  const lost = expected.filter((one) => {
    const there = left.get(one) ?? 0
    left.set(one, there - 1)
    return there <= 0
  })
  const wanted = new Set(expected)
  const more = [...left].flatMap(([one, n]) => Array.from({ length: Math.max(0, n) }, () => one))
  return [
    ...lost.map((one) => `lost ${one}`),
    ...more.map((one) => `${wanted.has(one) ? 'doubled' : 'unexpected'} ${one}`),
  ]
}

/** Messages that the app does not know as its own, such as a second one of the same card. */
function strangers(world: World, { surfaces }: OnRecord): string[] {
  return saidIn(world)
    .filter(({ message }) => surfaces.get(surfaceOf(message))?.ts !== message.ts)
    .map(({ channel, message }) => `nobody keeps "${message.text}" in ${channel.name}`)
}

/** Messages that are gone, or that do not show the newest state. */
function behind(world: World, { surfaces, keys }: OnRecord): string[] {
  const seen = new Set(saidIn(world).map(({ message }) => surfaceOf(message)))
  return [...surfaces.values()].flatMap(({ id, kind, release, ts, letGo, wanted, drawn }) => {
    const name = `${kind} of ${keys.get(release) ?? 'nothing'}`
    if (ts && !seen.has(id)) return [`gone: ${name}`]
    return letGo === null && drawn < wanted ? [`not up to date: ${name}`] : []
  })
}
