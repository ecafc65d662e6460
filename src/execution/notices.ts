import { nameOf } from '../people/permissions.ts'
import { runnerPinged } from '../people/runner-pinged.ts'
import { ownerOf } from '../readiness/standing.ts'
import type { Facts, Release } from '../releases/release.ts'
import {
  actions,
  bold,
  clip,
  headline,
  joined,
  lines,
  type Md,
  md,
  mention,
  message,
  section,
  when,
} from '../slack/blocks.ts'
import type { Drawing, OfRelease } from '../surfaces/surface.ts'
import { notThisReleaseButton } from '../verification/buttons.ts'
import { fixButton, holdButton, retryButton, rollBackButton } from './buttons.ts'
import type { Exposure } from './execution.ts'
import { executionLine } from './headline.ts'
import { shareWords } from './plan.ts'
import { lastExposure, pointOfNoReturn, stepNumbered } from './progress.ts'
import { deployedNames } from './words.ts'

const inChannel = { place: { in: 'channel' }, priority: 1 } as const

/** Trouble: fewer users have it than before, and the release manager is asked how it goes on. */
export const narrowedNotice: OfRelease = {
  kind: 'narrowed',
  ...inChannel,
  draw: ({ release, facts, key }) => {
    const exposure = release.execution.exposures[Number(key)]
    return exposure ? drawNarrowed(exposure, release, facts) : null
  },
}

function drawNarrowed(exposure: Exposure, release: Release, facts: Facts) {
  const { zone } = facts.product
  const { share, since, by, why } = exposure
  const isOpen = exposure === lastExposure(release) && isRunning(release)
  const reason = why && md`: ${clip(md`${why}`, 140)}`
  const told = md`${bold(md`${release.key} narrowed to ${shareWords(share)}`)}${reason}.`
  const asked = isOpen && md`${runnerPinged(release, facts, by)}: fix forward or roll back?`
  const news = joined([told, md`${nameOf(facts, by)}, ${when(since, zone)}.`, asked], ' ')
  const buttons = [
    !release.hold && fixButton(release),
    rollBackButton(release),
    notThisReleaseButton(release, exposure.number),
  ]
  return message(news, [section(news), isOpen && actions(buttons)], zone)
}

const isRunning = ({ state }: Release) => state === 'executing' || state === 'verifying'

/** It is over for everyone; says what was taken back. */
export const rolledBackNotice: OfRelease = {
  kind: 'rolled-back',
  ...inChannel,
  once: true,
  draw: ({ release, facts }) => {
    const news = executionLine(release, facts)
    if (!news || release.outcome !== 'rolled back') return null
    return message(news, [headline(news), section(takenBack(release, facts))], facts.product.zone)
  },
}

function takenBack(release: Release, facts: Facts): Md {
  const last = lastExposure(release)
  const components = deployedNames(release)
  const past = pointOfNoReturn(release)
  return lines(
    components.length > 0 ? md`${bold('Take back')} ${components.join(', ')}` : md`Nothing was deployed.`,
    md`${bold('Open to')} nobody, was ${shareWords(last?.from ?? 0)} · ${nameOf(facts, last?.by ?? null)}`,
    past?.state === 'done' && md`Step ${past.number} is done, after which there was no way back.`,
    components.length > 0 && wayBack(release, facts),
  )
}

/** Whoever owns the way back is the one who goes it now. */
function wayBack({ readiness }: Release, facts: Facts): Md | null {
  const item = readiness.items.find(({ procedure }) => procedure === 'way back')
  const owner = item && ownerOf(item, facts)
  if (!owner) return null
  return md`${mention(owner)}: the way back is yours${readiness.wayBack && md`, ${readiness.wayBack.howLong}`}.`
}

export const liveNotice: OfRelease = {
  kind: 'live',
  ...inChannel,
  once: true,
  draw: ({ release, facts }) => {
    const news = executionLine(release, facts)
    return news && message(news, [headline(news)], facts.product.zone)
  },
}

/** A step failed: the release manager is asked in the thread. Its key is the step's number and how often it failed. */
export const stepFailedNotice: OfRelease = {
  kind: 'step-failed',
  place: { in: 'thread', under: 'run-of-show' },
  priority: 1,
  draw: drawStepFailed,
}

function drawStepFailed({ release, facts, key }: Drawing) {
  const [number, times] = key.split('.').map(Number)
  const step = stepNumbered(release, number ?? 0)
  if (!step || step.failures !== times) return null
  const isOpen = step.state === 'failed' && release.state === 'executing'
  const told = md`${release.key}: step ${step.number} failed, ${clip(md`${step.failure}`, 140)}.`
  const asked = md`${runnerPinged(release, facts, step.failedBy)}: try it again, hold or roll back?`
  const news = isOpen ? md`${told} ${asked}` : told
  const buttons = [retryButton(release, step), holdButton(release), rollBackButton(release)]
  return message(news, [section(news), isOpen && !release.hold && actions(buttons)], facts.product.zone)
}
