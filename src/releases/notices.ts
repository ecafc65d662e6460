import { nameOf } from '../people/permissions.ts'
import { runnerPinged } from '../people/runner-pinged.ts'
import {
  actions,
  bold,
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
import { acts, heldParams } from './contract.ts'
import { lastMove } from './receipts.ts'
import type { Release } from './release.ts'

/** A move posts anew, because an edit notifies nobody. */
export const movedNotice: OfRelease = {
  kind: 'moved',
  place: { in: 'channel' },
  priority: 3,
  once: true,
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

/** A hold is seen by everyone at once; who may resume it is asked, and it says so for as long as it lasts. */
export const heldNotice: OfRelease = {
  kind: 'held',
  place: { in: 'channel' },
  priority: 1,
  draw: ({ release, facts, params }) => {
    const { zone } = facts.product
    const { since, by } = heldParams.parse(params)
    if (release.hold?.since.getTime() !== since) {
      const over = md`${release.key} was held by ${nameOf(facts, by)}, ${when(new Date(since), zone)}`
      return message(over, [section(over)], zone)
    }
    const held = bold(md`${release.key} is on hold: ${nameOf(facts, by)}, ${quoted(release.hold.why)}`)
    const news = md`${held}. ${runnerPinged(release, facts, release.hold.by)} resumes it.`
    return message(news, [section(news), actions([resumeButton(release)])], zone)
  },
}

const resumeButton = ({ id }: Release) =>
  button({ text: 'Resume', action: acts.resume, value: JSON.stringify({ release: id }) })
