import { Rejection } from '../errors.ts'
import type { Actor, PersonId } from '../people/people.ts'
import { isOver } from '../releases/lifecycle.ts'
import type { Evolvers, Facts, Release, ReleaseEvent } from '../releases/release.ts'

declare module '../releases/release.ts' {
  interface Release {
    /** Those who want to hear how it goes without joining its channel. */
    readonly followers: readonly PersonId[]
  }
  interface ReleaseEvents {
    followed: { readonly person: PersonId }
    unfollowed: { readonly person: PersonId }
  }
}

export const evolveFollow: Evolvers = {
  followed: (release, { person }) => ({ ...release, followers: [...release.followers, person].sort() }),
  unfollowed: (release, { person }) => ({
    ...release,
    followers: release.followers.filter((one) => one !== person),
  }),
}

export const follows = (release: Release, person: PersonId | null): boolean =>
  person !== null && release.followers.includes(person)

/** Asks for three messages: decided, live for everyone, trouble. Open to everyone of the workspace. */
export function follow(release: Release, _facts: Facts, _now: Date, { person }: Actor): ReleaseEvent[] {
  if (person === null || follows(release, person)) return []
  if (isOver(release))
    throw new Rejection(`${release.key} is ${release.state}: there is nothing more to hear of it.`)
  return [{ type: 'followed', person }]
}

export function unfollow(release: Release, _facts: Facts, _now: Date, { person }: Actor): ReleaseEvent[] {
  return person !== null && follows(release, person) ? [{ type: 'unfollowed', person }] : []
}
