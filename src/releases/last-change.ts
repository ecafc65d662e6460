import { shareWords } from '../execution/plan.ts'
import { nameOf } from '../people/permissions.ts'
import { clip, joined, type Md, md, when } from '../slack/blocks.ts'
import type { KeptEvent } from '../timeline/telling.ts'
import type { Facts, Recorded, Release, ReleaseEvents } from './release.ts'

type Words = {
  readonly [T in keyof ReleaseEvents]?: (event: KeptEvent<T>, release: Release, facts: Facts) => Md
}

/** What changes the status card, in a few words. What is not told here changes nothing that it shows. */
const words: Words = {
  releasePlanned: () => md`planned`,
  preparingBegan: () => md`preparing began`,
  targetMoved: ({ to }, _release, { product }) => md`moved to ${when(new Date(to), product.zone)}`,
  releaseHeld: () => md`on hold`,
  releaseResumed: () => md`resumed`,
  releaseCancelled: () => md`cancelled`,
  componentRevised: ({ component, to }) => md`${component} ${to}`,
  componentAdded: ({ component, revision }) => md`${component} ${revision ?? 'put in'}`,
  componentDropped: ({ component }) => md`${component} taken out`,
  changesEdited: () => md`the changes`,
  flagsChanged: () => md`the flags`,
  exposureChanged: () => md`how it reaches users`,
  itemsListed: ({ items }) => md`${items.length} items asked for`,
  itemDone: ({ number }, release) => md`${itemNamed(release, number)} done`,
  itemReopened: ({ number }, release) => md`${itemNamed(release, number)} open again`,
  itemBlocked: ({ number }, release) => md`${itemNamed(release, number)} blocked`,
  itemUnblocked: ({ number }, release) => md`${itemNamed(release, number)} unblocked`,
  itemSkipped: ({ number }, release) => md`${itemNamed(release, number)} skipped`,
  itemTaken: ({ number }, release) => md`${itemNamed(release, number)} taken`,
  itemGiven: ({ number, owner }, release, facts) =>
    md`${itemNamed(release, number)} given to ${nameOf(facts, owner)}`,
  voteOpened: () => md`the vote opened`,
  voteMoved: () => md`the vote moved with the target`,
  ballotCast: ({ says, role }) => joined([says, role ? `for ${role}` : 'as advice'], ' '),
  ballotUndone: () => md`an answer taken back`,
  voteDecided: ({ outcome }) => md`${outcome} decided`,
  voteCancelled: () => md`the vote cancelled`,
  clearanceLost: ({ why }) => md`the go lost: ${why}`,
  releaseStarted: () => md`started`,
  stepTaken: ({ number }, release) => md`${stepNamed(release, number)} taken`,
  stepDone: ({ number }, release) => md`${stepNamed(release, number)} done`,
  stepFailed: ({ number }, release) => md`${stepNamed(release, number)} failed`,
  stepRetried: ({ number }, release) => md`${stepNamed(release, number)} tried again`,
  opened: ({ share }) => md`opened to ${shareWords(share)}`,
  narrowed: ({ share }) => md`narrowed to ${shareWords(share)}`,
  liveForEveryone: () => md`live for everyone`,
  fixedForward: () => md`fixing it forward`,
  releaseRolledBack: () => md`rolled back`,
  checkPassed: ({ number }, release) => md`${checkNamed(release, number)} passed`,
  checkFailed: ({ number }, release) => md`${checkNamed(release, number)} failed`,
  releaseVerified: () => md`verified`,
  reviewStarted: () => md`the review started`,
  reviewClosed: () => md`the review closed`,
  actionAdded: ({ number, what }) => md`action ${number} ${what}`,
  actionDone: ({ number }) => md`action ${number} done`,
}

interface Titled {
  readonly number: number
  readonly title: string
}

const named = (all: readonly Titled[], number: number): Md =>
  joined([number, clip(md`${all.find((one) => one.number === number)?.title}`, 60)], ' ')

const itemNamed = ({ readiness }: Release, number: number) => named(readiness.items, number)
const stepNamed = ({ execution }: Release, number: number) => named(execution.steps, number)
const checkNamed = ({ verification }: Release, number: number) => named(verification.checks, number)

/** The entry that the card tells of after this event. Of what happened at once the first is the cause of the others. */
export function changedBy(event: Recorded, { lastChange }: Pick<Release, 'lastChange'>): KeptEvent | null {
  const sameChange = lastChange?.at.getTime() === event.at.getTime()
  if (sameChange || !(event.type in words)) return lastChange ?? null
  const { at, ...said } = event
  return { ...JSON.parse(JSON.stringify(said)), at }
}

/** `Last change: ledger-owner, payments-ledger 4be77d1, Mon 30 Nov, 17:40` */
export function lastChangeLine(release: Release, facts: Facts): Md | null {
  const { lastChange } = release
  const what = lastChange && told(lastChange, release, facts)
  if (!what) return null
  const who = lastChange.by.person && nameOf(facts, lastChange.by.person)
  const at = when(lastChange.at, facts.product.zone)
  return md`Last change: ${joined([who, clip(what, 120), at], ', ')}`
}

type Word = (event: KeptEvent, release: Release, facts: Facts) => Md

// A map from event type to words is total per key, but indexing it with a type from the database loses that tie.
function told(event: KeptEvent, release: Release, facts: Facts): Md | undefined {
  const word = words[event.type as keyof Words] as ((...args: never[]) => Md) | undefined as Word | undefined
  return word?.(event, release, facts)
}
