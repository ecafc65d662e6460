import { Rejection } from '../errors.ts'
import type { Actor, Person } from '../people/people.ts'
import { hasPart, nameOf, runsIt } from '../people/permissions.ts'
import type { Facts, Release, ReleaseEvent, State } from '../releases/release.ts'
import { oneLine } from '../slack/harmless.ts'
import { full } from '../time/words.ts'
import { type Action, askedAs } from './reviews.ts'

/** The longest action; what is longer belongs into a tracker. */
export const longestAction = 300

const sinceStart: readonly State[] = ['executing', 'verifying', 'reviewing', 'closed']
const like = '/release action size the pool @api-owner tue 15 dec'

export interface Wish {
  readonly what: string
  /** Null when nobody was named, or somebody the directory does not know. */
  readonly owner: Person | null
  readonly due: Date | null
}

/** Adds something to do because of this release. Open to everyone with a part, also after it closed. */
export function addAction(
  release: Release,
  facts: Facts,
  now: Date,
  actor: Actor,
  wish: Wish,
): ReleaseEvent[] {
  const { key, state, review } = release
  if (!sinceStart.includes(state)) throw new Rejection(`${key} is ${state}; actions come from its start on.`)
  if (!hasPart(release, facts, actor.person) && !askedAs(release, actor.person))
    throw new Rejection('Only people with a part in it add actions.')
  const action = sound(wish, facts, now)
  const same = review.actions.some(
    (one) => one.doneAt === null && one.what === action.what && one.owner === action.owner,
  )
  return same ? [] : [{ type: 'actionAdded', number: review.actions.length + 1, ...action }]
}

/** Its owner has done it, or who runs the release says so. */
export function finishAction(
  release: Release,
  facts: Facts,
  _now: Date,
  actor: Actor,
  number: number,
): ReleaseEvent[] {
  const action = theAction(release, number)
  if (action.doneAt) return []
  if (action.owner !== actor.person && !runsIt(release, facts, actor.person)) {
    const names = [...new Set([action.owner, release.manager])].map((id) => nameOf(facts, id))
    throw new Rejection(`Only ${names.join(' or ')} finishes action ${number}.`)
  }
  return [{ type: 'actionDone', number }]
}

function sound({ what, owner, due }: Wish, { product: { zone } }: Facts, now: Date) {
  const words = oneLine(what).trim()
  if (!words) throw new Rejection(`What is to be done? Like: ${like}`, { field: 'what' })
  if (words.length > longestAction) {
    const length = words.length.toLocaleString('en')
    throw new Rejection(
      `That has ${length} characters, and ${longestAction} fit. Put the rest behind a link.`,
      {
        field: 'what',
      },
    )
  }
  if (!owner) throw new Rejection(`Who does it? I read "${words}". Like: ${like}`, { field: 'owner' })
  if (owner.deleted || owner.guest) {
    const why = owner.deleted ? 'is not in this workspace any more' : 'is a guest, and guests read along'
    throw new Rejection(`${owner.name} ${why}. Give it to somebody else.`, { field: 'owner' })
  }
  if (!due)
    throw new Rejection(`Until when? I read "${words}" for ${owner.name}. Like: ${like}`, { field: 'due' })
  if (due <= now) throw new Rejection(`${full(due, zone)} has passed. Until when?`, { field: 'due' })
  return { what: words, owner: owner.id, due }
}

function theAction({ key, review: { actions } }: Release, number: number): Action {
  const action = actions.find((one) => one.number === number)
  if (action) return action
  if (actions.length === 0) throw new Rejection(`${key} has no actions. Like: ${like}`)
  throw new Rejection(`There is no action ${number}; the list ends at ${actions.length}.`, {
    offers: [{ label: 'Show it', run: `action ${key}` }],
  })
}
