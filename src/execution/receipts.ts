import { runnerName } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { actions, joined, type Md, type Message, md, message, section } from '../slack/blocks.ts'
import { narrowButton, openButton } from './buttons.ts'
import type { Step } from './execution.ts'
import { shareWords } from './plan.ts'
import { currentStep, everyoneSince, exposureOf, lastExposure, stepNumbered } from './progress.ts'
import { openWords, timeShown, titleOf, whoDoes } from './words.ts'

/** What changed, for the one who did it: the release as it is now. */
export interface Now {
  readonly release: Release
  readonly facts: Facts
  readonly now: Date
}

const said = (news: Md, { facts }: Now): Message => message(news, [section(news)], facts.product.zone)

/** "4 done 15:47. web-owner has step 5." */
export function doneReceipt(number: number, done: Now): Message {
  const { release, facts, now } = done
  const step = stepNumbered(release, number)
  const at = step?.endedAt && md` ${timeShown(step.endedAt, now, facts)}`
  return said(joined([md`${number} done${at}.`, whoIsNext(done)], ' '), done)
}

function whoIsNext({ release, facts }: Now): Md {
  const next = currentStep(release)
  if (!next) return md`All steps are done.`
  return md`${whoDoes(next, release, facts)} has step ${next.number}.`
}

/** "4 failed. rm knows." */
export const failedReceipt = (number: number, failed: Now): Message =>
  said(md`${number} failed. ${knows(failed)}`, failed)

const knows = ({ release, facts }: Now) => md`${runnerName(release, facts)} knows.`

export const retriedReceipt = (number: number, retried: Now): Message => said(md`${number} goes on.`, retried)

export const takenReceipt = (step: Step | undefined, taken: Now): Message =>
  said(md`${step && titleOf(step)} is yours.`, taken)

/** "Open to 1 % since 20:15, was 10 %. rm knows." */
export function openedReceipt(opened: Now): Message {
  const { release, facts, now } = opened
  const last = lastExposure(release)
  if (!last) return said(md`Open to nobody.`, opened)
  const since = timeShown(last.since, now, facts)
  if (everyoneSince(release)) {
    const checks = release.verification.checks.length
    return said(
      md`Live for everyone since ${since}, was ${shareWords(last.from)}. ${checks} checks begin.`,
      opened,
    )
  }
  const narrowed = last.share < last.from
  const then = narrowed ? knows(opened) : md`Watched until ${timeShown(last.soakUntil, now, facts)}.`
  return said(
    md`Open to ${shareWords(last.share)} since ${since}, was ${shareWords(last.from)}. ${then}`,
    opened,
  )
}

/** Who has it now, and what could be done about that. */
export function openShown({ release, facts, now }: Now): Message {
  const news = md`*${release.key}* is ${openWords(release, facts)}.`
  const { share } = exposureOf(release)
  return message(
    news,
    [section(news), actions([openButton(release, now), share > 0 && narrowButton(release)])],
    facts.product.zone,
  )
}

export const startedReceipt = (started: Now): Message =>
  said(md`*${started.release.key}* is started. ${whoIsNext(started)}`, started)

export const fixReceipt = (fixing: Now): Message =>
  said(
    md`Step ${currentStep(fixing.release)?.number ?? 0} is the fix. It goes before the next opening.`,
    fixing,
  )

export const rolledBackReceipt = (undone: Now): Message =>
  said(md`*${undone.release.key}* is rolled back. Everyone in its channel is told.`, undone)
