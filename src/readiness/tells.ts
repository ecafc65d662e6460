import { nameOf } from '../people/permissions.ts'
import type { Release } from '../releases/release.ts'
import { type Md, md, quoted } from '../slack/blocks.ts'
import type { Tellers } from '../timeline/telling.ts'

export const tellsReadiness: Tellers = {
  itemsListed: ({ items }) => md`asked for ${items.length === 1 ? '1 item' : `${items.length} items`}`,
  itemDone: ({ number, evidence }, release) =>
    md`finished ${named(release, number)}${evidence && md`: ${quoted(evidence)}`}`,
  itemReopened: ({ number }, release) => md`reopened ${named(release, number)}`,
  itemBlocked: ({ number, why, waitsFor }, release, facts) => {
    const on = waitsFor && md`, waits for ${nameOf(facts, waitsFor)}`
    return md`said what blocks ${named(release, number)}: ${quoted(why)}${on}`
  },
  itemUnblocked: ({ number }, release) => md`unblocked ${named(release, number)}`,
  itemSkipped: ({ number, why, required }, release) =>
    md`skipped ${named(release, number)}${required && ', which is required'}: ${quoted(why)}`,
  itemTaken: ({ number }, release) => md`took ${named(release, number)}`,
  itemGiven: ({ number, owner }, release, facts) =>
    md`gave ${named(release, number)} to ${nameOf(facts, owner)}`,
  itemsFellLate: ({ numbers }) => {
    const items = numbers.length === 1 ? md`item ${numbers.join()} is` : md`items ${numbers.join(', ')} are`
    return { unnamed: md`${items} late` }
  },
  wayBackSet: ({ howLong, untilStep }) =>
    md`agreed the way back: ${quoted(howLong)}, until ${quoted(untilStep)}`,
}

/** `item 4, Rehearse the rollback` */
function named({ readiness }: Release, number: number): Md {
  const item = readiness.items.find((one) => one.number === number)
  return md`item ${number}${item && md`, ${item.title}`}`
}
