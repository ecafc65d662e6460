import { nameOf } from '../people/permissions.ts'
import {
  actions,
  button,
  headline,
  inPlace,
  lines,
  md,
  message,
  quoted,
  section,
  when,
} from '../slack/blocks.ts'
import type { OfRelease } from '../surfaces/surface.ts'
import { acts } from './contract.ts'
import { lastMove } from './receipts.ts'

const said = { place: { in: 'channel' }, priority: 3, once: true } as const

/** A move posts anew, because an edit notifies nobody. */
export const movedNotice: OfRelease = {
  kind: 'moved',
  ...said,
  draw: ({ release, facts }) => {
    const { zone } = facts.product
    const news = md`${release.key} moved to ${when(release.target, zone)}`
    return message(
      news,
      [headline(news), section(lines(lastMove(release.targets, zone), inPlace(release.target, zone)))],
      zone,
    )
  },
}

/** A hold is seen by everyone at once. */
export const heldNotice: OfRelease = {
  kind: 'held',
  ...said,
  draw: ({ release, facts }) => {
    if (!release.hold) return null
    const { by, why } = release.hold
    const news = md`${release.key} is on hold: ${nameOf(facts, by)}, ${quoted(why)}`
    const resume = button({
      text: 'Resume',
      action: acts.resume,
      value: JSON.stringify({ release: release.id }),
    })
    return message(news, [headline(news), actions([resume])], facts.product.zone)
  },
}
