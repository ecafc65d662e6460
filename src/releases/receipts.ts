import { shareWords } from '../execution/plan.ts'
import { currentStep, exposureOf } from '../execution/progress.ts'
import { timeShown } from '../execution/words.ts'
import type { PersonId } from '../people/people.ts'
import { nameOf, runnerName, runsIt } from '../people/permissions.ts'
import {
  actions,
  button,
  headline,
  inPlace,
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
import type { Result } from './change.ts'
import { acts } from './contract.ts'
import type { Read } from './meant.ts'
import type { TargetChange } from './planning.ts'
import type { Facts, Release } from './release.ts'

/** "Planned: Tue 1 Dec, 16:00 (10:00 in New York). [Change…]" */
export function plannedReceipt({ release, facts }: Omit<Read, 'ref'>): Message {
  const { zone } = facts.product
  const news = md`Planned: *${release.key}* opens ${when(release.target, zone)}`
  const prepares = release.state === 'preparing' ? md`Preparing begins now; its channel is being made.` : null
  const blocks = [
    section(lines(news, inPlace(release.target, zone), release.intent && quoted(release.intent), prepares)),
    actions([
      button({ text: 'Change…', action: acts.openMove, value: JSON.stringify({ release: release.id }) }),
    ]),
  ]
  return message(news, blocks, zone)
}

/** What a move changes, before it is done. */
export function movePreview(
  { release, facts }: Read,
  to: Date,
  why: string | null,
  moves: readonly Md[],
): Message {
  const { zone } = facts.product
  const news = md`Move *${release.key}* to ${when(to, zone)}?`
  const value = JSON.stringify({ release: release.id, to: to.getTime(), why })
  return message(
    news,
    [
      headline(news),
      section(
        lines(
          md`Now it opens ${when(release.target, zone)}.`,
          moves.length > 0 && md`With it: ${joined(moves)}`,
          why && md`Because ${quoted(why)}`,
        ),
      ),
      actions([
        button({ text: 'Move it', action: acts.move, value, style: 'primary' }),
        button({ text: 'Keep', action: acts.keep, value: '{}' }),
      ]),
    ],
    zone,
  )
}

export function movedReceipt({ release, facts }: Omit<Read, 'ref'>): Message {
  const news = md`*${release.key}* opens ${when(release.target, facts.product.zone)} now.`
  return message(news, [section(news)], facts.product.zone)
}

/** Cancelling cannot be undone, so it is asked once. */
export function cancelQuestion({ release }: Read, why: string): Message {
  const news = md`Cancel *${release.key}*? Its reminders stop and its cards close. The version may be planned again.`
  const value = JSON.stringify({ release: release.id, why })
  return message(news, [
    section(lines(news, quoted(why))),
    actions([
      button({ text: 'Cancel it', action: acts.cancel, value, style: 'danger' }),
      button({ text: 'Keep', action: acts.keep, value: '{}' }),
    ]),
  ])
}

/** "On hold. Step 5 waits. rm knows." Whoever may resume it is told how, everyone else who knows. */
export function heldReceipt(release: Release, facts: Facts, by: PersonId | null): Message {
  const step = currentStep(release)
  const next = runsIt(release, facts, by) ? 'Resume: /release resume' : `${runnerName(release, facts)} knows.`
  return said(joined([md`On hold.`, step && md`Step ${step.number} waits.`, next], ' '))
}

/** "payments-2.4.0 goes on. 10 % is watched until 17:26." */
export function resumedReceipt({ release, facts, events }: Result, now: Date): Message {
  if (events.length === 0) return said(md`*${release.key}* was not on hold.`)
  const { share, soakUntil } = exposureOf(release)
  const goesOn = soakUntil && events.some(({ type }) => type === 'watchWentOn')
  const watched = goesOn && md`${shareWords(share)} is watched until ${timeShown(soakUntil, now, facts)}.`
  return said(joined([md`*${release.key}* goes on.`, watched], ' '))
}

/** Somebody was quicker; whoever holds it again is told what they said. */
export function heldAlready({ key, hold }: Release, facts: Facts): Md {
  if (!hold) return md`*${key}* is not on hold.`
  const since = when(hold.since, facts.product.zone)
  return md`*${key}* is on hold already, since ${since}: ${nameOf(facts, hold.by)}, ${quoted(hold.why)}`
}

export function said(text: Md): Message {
  return message(text, [section(text)])
}

/** "was Tue 1 Dec, 16:00: load test late", for the newest move. */
export function lastMove(targets: readonly TargetChange[], zone: string): Md | null {
  const [before, now] = targets.slice(-2)
  if (!before || !now) return null
  return md`was ${when(before.target, zone)}${now.why ? md`: ${quoted(now.why)}` : null}`
}
