import { minutesToMilliseconds } from 'date-fns/minutesToMilliseconds'

/** Why nothing can be posted to a home channel: private without Shipshape looks like one that is not there. */
export const aways = ['missing', 'archived', 'not invited'] as const
export type Away = (typeof aways)[number]

/** A channel as Slack lists it. */
export interface Listed {
  readonly id: string
  readonly name: string
  readonly archived: boolean
  readonly member: boolean
}

export type Found =
  | { readonly channel: string; readonly away: null }
  | { readonly channel: null; readonly away: Away }

/** Where a name leads. Of several that bear it, as after one was archived, the one that can be posted to. */
export function foundIn(listed: readonly Listed[], name: string): Found {
  const named = listed.filter((one) => one.name === name)
  const good = named.find(({ archived, member }) => !archived && member)
  if (good) return { channel: good.id, away: null }
  if (named.some(({ archived }) => !archived)) return { channel: null, away: 'not invited' }
  return { channel: null, away: named.length > 0 ? 'archived' : 'missing' }
}

/** What a refusal means where the list of channels does not tell. */
export function awayBy(word: string): Away {
  if (word === 'is_archived') return 'archived'
  return word === 'not_in_channel' ? 'not invited' : 'missing'
}

const soon = minutesToMilliseconds(10)

/** One that is away is looked for every minute at first, since somebody may be mending it, then every ten. */
export function isToLookFor(
  { since, checked }: { readonly since: Date; readonly checked: Date },
  now: Date,
): boolean {
  return now.getTime() - since.getTime() < soon || now.getTime() - checked.getTime() >= soon
}
