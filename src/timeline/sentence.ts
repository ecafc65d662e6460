import type { Feature } from '../feature.ts'
import type { Door } from '../people/people.ts'
import { nameOf } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { clip, joined, type Md, md, when } from '../slack/blocks.ts'
import type { KeptEvent, Told } from './telling.ts'

/** What happened, by whom: "rm moved it to Thu 3 Dec, 16:00". Told by the feature whose event it is. */
export function sentence(features: readonly Feature[], event: KeptEvent, release: Release, facts: Facts): Md {
  const told = tellerOf(features, event.type)?.(event, release, facts) ?? byItsName(event.type)
  return 'unnamed' in told ? told.unnamed : md`${nameOf(facts, event.by.person)} ${told}`
}

type Teller = (event: KeptEvent, release: Release, facts: Facts) => Told

// A map from event type to teller is total per key, but indexing it with a word from the database loses that tie.
function tellerOf(features: readonly Feature[], type: string): Teller | undefined {
  const tellers = features.flatMap(({ tells }) => Object.entries(tells ?? {}))
  return tellers.find(([known]) => known === type)?.[1] as ((...args: never[]) => Told) | undefined as
    | Teller
    | undefined
}

/** For a type that nobody tells, such as one of an older version: `itemTaken` as "item taken". */
const byItsName = (type: string): Md => md`recorded: ${type.replace(/([A-Z])/g, ' $1').toLowerCase()}`

const doors: Readonly<Record<Door, string>> = {
  command: 'command',
  button: 'button',
  form: 'form',
  thread: 'reply',
  mention: 'mention',
  shortcut: 'shortcut',
  timer: 'clock',
  http: 'pipeline',
}

const longestLine = 480

/** One line of the timeline: when, who did what, through which door. */
export function lineOf(features: readonly Feature[], event: KeptEvent, release: Release, facts: Facts): Md {
  const what = clip(sentence(features, event, release, facts), longestLine)
  return joined([when(event.at, facts.product.zone), what, doors[event.by.door]])
}
