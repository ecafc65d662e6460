import type { KnownBlock } from '@slack/types'
import { rollBackButton } from '../execution/buttons.ts'
import { executionLine } from '../execution/headline.ts'
import type { Facts, Release } from '../releases/release.ts'
import {
  actions,
  bold,
  headline,
  joined,
  lines,
  type Md,
  type Message,
  md,
  message,
  quoted,
  section,
  when,
} from '../slack/blocks.ts'
import type { OfRelease } from '../surfaces/surface.ts'
import { failButton, passButton, problemButton } from './buttons.ts'
import { type Check, isVerified } from './verification.ts'
import { folded, incidentLines, roundOf, titleOf, verifyNews, whoChecks } from './words.ts'

const mostShown = 8

/** Posted each time that everyone has it; its key is the round. */
export const verificationCard: OfRelease = {
  kind: 'verification-card',
  place: { in: 'channel' },
  priority: 1,
  draw: ({ release, facts, key }) => {
    const round = roundOf(release, key)
    if (!round) return null
    return round.isLatest ? drawChecks(release, facts) : drawPast(release, facts, round.liveAt)
  },
}

/** The checks as they stand: failed, open, passed; each that is not passed with its button. */
export function drawChecks(release: Release, facts: Facts): Message {
  const isOpen = release.state === 'verifying' && !isVerified(release)
  const news = isOpen || isVerified(release) ? verifyNews(release) : overNews(release, facts)
  const { checks } = release.verification
  const failed = checks.filter(({ state }) => state === 'failed')
  const open = checks.filter(({ state }) => state === 'open')
  const passed = folded(
    'Passed',
    checks.filter(({ state }) => state === 'passed'),
  )
  const rest = lines(passed, ...incidentLines(release, facts))
  return message(
    news,
    [
      headline(news),
      ...rows('Failed', failed.slice(0, mostShown), { release, facts, isOpen }),
      ...rows('Open', open.slice(0, mostShown - failed.length), { release, facts, isOpen }),
      rest.mrkdwn !== '' && section(rest),
      isOpen && actions([failButton(release), problemButton(release), rollBackButton(release)]),
    ],
    facts.product.zone,
  )
}

interface Standing {
  readonly release: Release
  readonly facts: Facts
  readonly isOpen: boolean
}

/** One block for each check, so that each has its button; the group's name stands over its first. */
const rows = (name: string, checks: readonly Check[], { release, facts, isOpen }: Standing): KnownBlock[] =>
  checks.map((check, i) =>
    section(
      lines(i === 0 && bold(name), checkLine(check, facts)),
      isOpen && check.state !== 'passed' && passButton(release, check),
    ),
  )

/** "4 Totals agree · dba: "differ by 3"" */
export function checkLine(check: Check, facts: Facts): Md {
  const line = joined([titleOf(check), whoChecks(check, facts), !check.required && 'not required'])
  return check.state === 'failed' && check.note ? md`${line}: ${quoted(check.note)}` : line
}

/** Once it is executing again, or over: what it became. */
function overNews(release: Release, facts: Facts): Md {
  if (release.state === 'executing') return md`${release.key} is being fixed forward`
  if (release.outcome === 'rolled back')
    return executionLine(release, facts) ?? md`${release.key} is ${release.state}`
  const { checks } = release.verification
  const passed = checks.filter(({ state }) => state === 'passed').length
  return md`${release.key}: ${passed} of ${checks.length} checks passed`
}

function drawPast(release: Release, facts: Facts, liveAt: Date): Message {
  const news = md`${release.key} went live for everyone ${when(liveAt, facts.product.zone)}, and again later`
  return message(news, [section(news)], facts.product.zone)
}
