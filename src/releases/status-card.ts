import { exposureOf } from '../execution/progress.ts'
import { mayBeHeld } from '../people/permissions.ts'
import {
  actions,
  bold,
  button,
  headline,
  isEmpty,
  lines,
  type Md,
  type Message,
  md,
  message,
  overflow,
  quoted,
  section,
  when,
} from '../slack/blocks.ts'
import type { OfRelease } from '../surfaces/surface.ts'
import { acts } from './contract.ts'
import { headlineOf } from './headlines.ts'
import { intentTold } from './intent.ts'
import { lastChangeLine } from './last-change.ts'
import { isOver, nothingDeployed } from './lifecycle.ts'
import { nextLine } from './next.ts'
import type { Facts, Release } from './release.ts'
import { deployedLine, opensLine, readyLine, voteLine } from './status-lines.ts'

/** The one pinned card of a release's channel. */
export const statusCard: OfRelease = {
  kind: 'status-card',
  place: { in: 'channel' },
  priority: 3,
  pinned: true,
  draw: ({ release, facts, now }) => drawStatus(release, facts, now),
}

/** The card, also for whoever asks `/release status`. */
export function drawStatus(release: Release, facts: Facts, now: Date): Message {
  const { zone } = facts.product
  const news = headlineOf(release, facts, now)
  const told = lines(
    intentTold(release),
    release.hold && md`${bold('Held')} ${quoted(release.hold.why)}, since ${when(release.hold.since, zone)}`,
    exposureOf(release).since === null && opensLine(release, facts),
    readyLine(release, facts, now),
    voteLine(release, facts),
    deployedLine(release),
    outcomeLine(release),
  )
  const ahead = lines(nextLine(release, facts, now), lastChangeLine(release, facts))
  return message(
    news,
    [headline(news), section(told), !isEmpty(ahead) && section(ahead), buttons(release)],
    zone,
  )
}

function outcomeLine({ outcome, outcomeReason }: Release): Md | null {
  return outcome && md`${bold('Outcome')} ${outcome}${outcomeReason && md`: ${quoted(outcomeReason)}`}`
}

/** What can be looked at from here; what stands behind ▾ is seldom needed. */
function buttons(release: Release) {
  if (isOver(release)) return actions([look(release, 'Timeline', 'timeline')])
  return actions([
    release.votes.rounds.length > 0 && look(release, 'Vote', 'vote'),
    release.readiness.items.length > 0 && look(release, 'Readiness', 'ready'),
    look(release, 'Scope', 'scope'),
    overflow({ action: acts.menu, choices: menu(release) }),
  ])
}

const look = ({ key }: Release, text: string, word: string) =>
  button({ text, action: 'command.run', value: JSON.stringify({ run: `${word} ${key}` }) })

function menu(release: Release) {
  const { id, hold } = release
  const choice = (text: string, run: string) => [{ text, value: JSON.stringify({ release: id, run }) }]
  const stop = mayBeHeld(release) ? choice('Hold…', 'hold') : []
  return [
    ...(hold ? choice('Resume', 'resume') : stop),
    ...(nothingDeployed(release) ? choice('Move…', 'move') : []),
    ...choice('Timeline', 'timeline'),
    ...choice('Help', 'help'),
  ]
}
