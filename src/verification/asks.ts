import { fixButton, rollBackButton } from '../execution/buttons.ts'
import type { PersonId } from '../people/people.ts'
import { runnerPinged } from '../people/runner-pinged.ts'

import type { Facts, Release } from '../releases/release.ts'
import { actions, bold, clip, type Md, md, message, section } from '../slack/blocks.ts'
import type { Drawing, OfRelease } from '../surfaces/surface.ts'
import { failButton, passButton } from './buttons.ts'
import { checkLine } from './card.ts'
import { type Check, isVerified } from './verification.ts'
import { roundOf } from './words.ts'

/** A required check failed: the release manager is asked. Its key is the check's number and how often it failed. */
export const checkFailedNotice: OfRelease = {
  kind: 'check-failed',
  place: { in: 'channel' },
  priority: 1,
  draw: drawCheckFailed,
}

function drawCheckFailed({ release, facts, key }: Drawing) {
  const [number, times] = key.split('.').map(Number)
  const check = release.verification.checks.find((one) => one.number === number)
  if (!check || check.failures !== times) return null
  const isOpen = check.state === 'failed' && release.state === 'verifying'
  const told = bold(md`${release.key}: check ${check.number} failed`)
  const why = check.state === 'failed' && check.note ? md`, ${clip(md`${check.note}`, 140)}` : null
  const news = isOpen
    ? md`${told}${why}. ${runnerPinged(release, facts, check.by)}: fix forward or roll back?`
    : md`${told}${why}.`
  const buttons = [!release.hold && fixButton(release), rollBackButton(release)]
  return message(news, [section(news), isOpen && actions(buttons)], facts.product.zone)
}

/** One message to each who answers checks. Its key is the round and the person. */
export const checkAsk: OfRelease = {
  kind: 'check-ask',
  place: { in: 'direct message' },
  priority: 2,
  draw: ({ release, facts, person, key }) => {
    const round = roundOf(release, key.split(':')[0] ?? '')
    return person === null || !round ? null : drawCheckAsk(release, facts, person, round.isLatest)
  },
}

function drawCheckAsk(release: Release, facts: Facts, person: PersonId, isLatest: boolean) {
  const mine = checksOf(release, facts, person)
  const isAsked = isLatest && release.state === 'verifying' && !isVerified(release)
  const open = isAsked ? mine.filter(({ state }) => state === 'open') : []
  const news = askNews(release, open.length)
  const rows = mine.slice(0, 8).map((check) => {
    const isOpen = open.includes(check)
    const line = isOpen ? checkLine(check, facts) : md`${checkLine(check, facts)} · ${check.state}`
    return section(line, isOpen && passButton(release, check))
  })
  const buttons = open.length > 0 && actions([failButton(release)])
  return message(news, [section(bold(news)), ...rows, buttons], facts.people.get(person)?.zone)
}

function askNews({ key }: Release, open: number): Md {
  if (open === 0) return md`${key}: nothing of yours is left to check`
  return open === 1
    ? md`${key} is live for everyone. 1 check is yours`
    : md`${key} is live for everyone. ${open} checks are yours`
}

/** The checks of the roles that this person fills. */
const checksOf = (release: Release, facts: Facts, person: PersonId): readonly Check[] =>
  release.verification.checks.filter(({ role }) => (facts.holders[role] ?? []).includes(person))

/** Everyone who has an open check to answer. */
export function askedToCheck(release: Release, facts: Facts): readonly PersonId[] {
  const roles = release.verification.checks.filter(({ state }) => state === 'open').map(({ role }) => role)
  return [...new Set(roles.flatMap((role) => facts.holders[role] ?? []))]
}
