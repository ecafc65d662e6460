import { executionLine } from '../execution/headline.ts'
import { shareWords } from '../execution/plan.ts'
import { nameOf } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import {
  actions,
  button,
  headline,
  joined,
  type Md,
  type Message,
  md,
  message,
  quoted,
  section,
  when,
} from '../slack/blocks.ts'
import { listed } from '../slack/wording.ts'
import type { Drawing, OfRelease } from '../surfaces/surface.ts'
import { statusOf } from '../votes/status.ts'
import { type Vote, voteOfRound } from '../votes/votes.ts'
import { acts, roundParams, type Trouble, troubleParams } from './contract.ts'

const toOne = { place: { in: 'direct message' }, priority: 4, once: true } as const

export const decidedMessage: OfRelease = {
  kind: 'follow-decided',
  ...toOne,
  draw: (drawing) => {
    const { release, facts, params } = drawing
    const vote = voteOfRound(release, roundParams.parse(params).round)
    return drawn(drawing, vote && decision(vote, release, facts))
  },
}

export const liveMessage: OfRelease = {
  kind: 'follow-live',
  ...toOne,
  draw: (drawing) => drawn(drawing, executionLine(drawing.release, drawing.facts)),
}

export const troubleMessage: OfRelease = {
  kind: 'follow-trouble',
  ...toOne,
  draw: (drawing) =>
    drawn(drawing, troubleWords(troubleParams.parse(drawing.params), drawing.release, drawing.facts)),
}

function drawn({ release, facts, person }: Drawing, news: Md | null): Message | null {
  if (!news) return null
  const stop = button({
    text: 'Unfollow',
    action: acts.stop,
    value: JSON.stringify({ release: release.id }),
  })
  const zone = facts.people.get(person ?? '')?.zone
  return message(news, [headline(news), section(md`You follow ${release.key}.`), actions([stop])], zone)
}

/** `Go for payments-2.4.0: 4 of 4. It opens Tue 1 Dec, 16:00`, or whose no it was. */
function decision(vote: Vote, release: Release, facts: Facts): Md {
  const { go, noGo, awaited, again } = statusOf(vote, release, facts)
  if (vote.ended?.outcome === 'go') {
    const opens = when(release.target, facts.product.zone)
    return md`Go for ${release.key}: ${go.length} of ${vote.rule.mandatory.length}. It opens ${opens}`
  }
  const said = noGo.map(({ role, ballots }) => {
    const why = ballots.at(-1)?.note
    return md`${role}${why && md`, ${quoted(why)}`}`
  })
  const silent = [...awaited, ...again].map(({ role }) => role)
  const unheard = silent.length > 0 && md`no answer from ${listed(silent)}`
  return md`No-go for ${release.key}: ${joined([...said, unheard], '; ')}`
}

function troubleWords({ trouble, number }: Trouble, release: Release, facts: Facts): Md | null {
  const { key, hold } = release
  if (trouble === 'held') return hold && md`${key} is on hold: ${nameOf(facts, hold.by)}, ${quoted(hold.why)}`
  if (trouble === 'rolled back') return executionLine(release, facts)
  if (trouble === 'check') {
    const check = release.verification.checks.find((one) => one.number === number)
    return check
      ? md`${key}: check ${number} failed, ${check.title}${check.note && md`: ${quoted(check.note)}`}`
      : null
  }
  const exposure = release.execution.exposures[number]
  if (!exposure) return null
  const why = exposure.why && md`: ${quoted(exposure.why)}`
  return md`${key} was narrowed to ${shareWords(exposure.share)}${why}`
}
