import { nameOf } from '../people/permissions.ts'
import { joined, type Md, md } from '../slack/blocks.ts'
import type { Facts, Release } from './release.ts'

/** `payments-2.4.0: deciding. Security and Quality are awaited`: the state, and what is missing. */
export function headlineOf(release: Release, facts: Facts, missing: Md | null): Md {
  if (release.hold) return md`${release.key}: on hold, ${nameOf(facts, release.hold.by)}`
  const state = release.outcome === 'rolled back' ? `${release.state}, rolled back` : release.state
  return missing ? md`${release.key}: ${state}. ${missing}` : md`${release.key}: ${state}`
}

/** "Security and Quality", "Security, Quality and Operations". */
export function listed(names: readonly string[]): Md {
  const last = names.at(-1)
  if (last === undefined) return md``
  return names.length === 1 ? md`${last}` : md`${joined(names.slice(0, -1), ', ')} and ${last}`
}
