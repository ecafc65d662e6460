import { nameOf } from '../people/permissions.ts'
import { ownerOf } from '../readiness/standing.ts'
import type { Facts, Release } from '../releases/release.ts'
import {
  bold,
  headline,
  isEmpty,
  joined,
  lines,
  type Md,
  type Message,
  md,
  message,
  quoted,
  section,
} from '../slack/blocks.ts'
import type { OfRelease } from '../surfaces/surface.ts'
import { duration } from '../time/durations.ts'
import { runButtons } from './buttons.ts'
import type { Step } from './execution.ts'
import { runNews } from './headline.ts'
import { shareWords } from './plan.ts'
import {
  ahead,
  behind,
  currentStep,
  expected,
  exposureOf,
  minutesOver,
  pointOfNoReturn,
  watchLeft,
} from './progress.ts'
import { deployedNames, timeShown, titleOf, whoDoes } from './words.ts'

/** Posted at the start; each step pings its owner in its thread. */
export const runOfShow: OfRelease = {
  kind: 'run-of-show',
  place: { in: 'channel' },
  priority: 1,
  draw: ({ release, facts, now }) => drawRun(release, facts, now),
}

const mostAhead = 8
const mostDone = 6

/** The run-of-show as it goes: now, next, done; what is deployed and what is open, apart. */
export function drawRun(release: Release, facts: Facts, now: Date): Message {
  const news = runNews(release, facts, now)
  const wayBack = release.state === 'executing' && wayBackLine(release, facts)
  const going = lines(holdLine(release, facts, now), wayBack, ...stepLines(release, facts, now))
  return message(
    news,
    [
      headline(news),
      !isEmpty(going) && section(going),
      section(lines(doneLine(release, facts, now), outLine(release, facts, now))),
      runButtons(release, now),
    ],
    facts.product.zone,
  )
}

function holdLine({ hold }: Release, facts: Facts, now: Date): Md | null {
  if (!hold) return null
  return md`${bold('On hold')} since ${timeShown(hold.since, now, facts)}, ${nameOf(facts, hold.by)}: ${quoted(hold.why)}`
}

/** "Way back: 10 min, ops-oncall, until step 8." */
export function wayBackLine(release: Release, facts: Facts): Md {
  const { wayBack, items } = release.readiness
  const item = items.find(({ procedure }) => procedure === 'way back')
  const owner = item ? ownerOf(item, facts) : null
  const last = pointOfNoReturn(release)
  const agreed = wayBack
    ? joined([wayBack.howLong, owner && nameOf(facts, owner), md`until ${wayBack.untilStep}`], ', ')
    : md`nobody wrote one down`
  return md`Way back: ${agreed}.${last && md` None after step ${last.number}.`}`
}

function stepLines(release: Release, facts: Facts, now: Date): Md[] {
  const current = currentStep(release)
  if (!current) return []
  const coming = ahead(release).filter((step) => step !== current)
  const shown = coming.slice(0, mostAhead - 1)
  const more = coming.length - shown.length
  return [
    nowLine(current, release, facts, now),
    ...shown.map((step, i) => md`${i === 0 && md`${bold('Next')} `}${nextLine(step, release, facts, now)}`),
    ...(more > 0 ? [md`and ${more} more`] : []),
  ]
}

/** "*Now* 4 Deploy payments-api · ops-oncall · since 15:38" */
function nowLine(step: Step, release: Release, facts: Facts, now: Date): Md {
  const who = whoDoes(step, release, facts)
  if (step.state === 'failed')
    return md`${bold('Failed')} ${joined([titleOf(step), who])}: ${quoted(step.failure ?? '')}`
  const since = step.startedAt && md`since ${timeShown(step.startedAt, now, facts)}`
  const time = step.kind === 'open' ? whenNext(step, release, facts, now) : since
  return md`${bold('Now')} ${joined([titleOf(step), who, time])}`
}

const nextLine = (step: Step, release: Release, facts: Facts, now: Date): Md =>
  joined([titleOf(step), whoDoes(step, release, facts), whenNext(step, release, facts, now)])

/** `about 15:48` where the plan has moved, `16:00 holds` where it has not although things are late; on hold, nothing. */
function whenNext(step: Step, release: Release, facts: Facts, now: Date): Md | null {
  const begins = expected(release, now).get(step.number)
  if (!begins || release.hold) return null
  const shown = timeShown(begins, now, facts)
  const asPlanned = begins.getTime() === step.plannedAt.getTime()
  if (!asPlanned && step.kind !== 'open') return md`about ${shown}`
  const isFirst = exposureOf(release).next?.share === step.share
  return asPlanned && isFirst && behind(release, now) > 0 ? md`${shown} holds` : shown
}

/** "*Done* 1 Tell support 15:01 · 2 Migrate the data 15:24, 4 min over": the newest, and how many before them. */
function doneLine(release: Release, facts: Facts, now: Date): Md | null {
  const done = release.execution.steps.filter(({ state }) => state === 'done')
  if (done.length === 0) return null
  const earlier = done.length - mostDone
  const shown = done.slice(-mostDone).map((step) => doneStep(step, facts, now))
  return md`${bold('Done')} ${joined([earlier > 0 && md`${earlier} before`, ...shown])}`
}

function doneStep(step: Step, facts: Facts, now: Date): Md {
  const { number, title, endedAt, failures } = step
  const over = minutesOver(step)
  const late = over > 0 && md`${duration(over * 60_000)} ${step.kind === 'open' ? 'late' : 'over'}`
  const time = endedAt && md`${number} ${title} ${timeShown(endedAt, now, facts)}`
  return joined([time, late, failures > 0 && 'failed before'], ', ')
}

/** "*Deployed* payments-ledger · *Open to* nobody": two facts, never one. */
function outLine(release: Release, facts: Facts, now: Date): Md {
  const components = deployedNames(release)
  const undone = release.outcome === 'rolled back'
  const { share, since, soakUntil } = exposureOf(release)
  const left = watchLeft(release)
  const watched = soakUntil && now < soakUntil && share > 0 && share < 100
  const detail = [
    share > 0 && since && md`since ${timeShown(since, now, facts)}`,
    left !== null && md`${duration(left)} of its watch left`,
    left === null && watched && md`watched until ${timeShown(soakUntil, now, facts)}`,
  ]
  return joined([
    md`${bold(undone ? 'Taken back' : 'Deployed')} ${components.join(', ') || 'nothing'}`,
    md`${bold('Open to')} ${joined([shareWords(share), ...detail], ', ')}`,
  ])
}
