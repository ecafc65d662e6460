import { change, type Result } from '../releases/change.ts'
import { releaseValue } from '../releases/contract.ts'
import { type Meant, meantRelease, theRelease } from '../releases/meant.ts'
import type { Decide } from '../releases/release.ts'
import { defineAction } from '../slack/actions.ts'
import type { Answer, Call } from '../slack/call.ts'
import type { Command } from '../slack/commands.ts'
import { defineForm } from '../slack/forms.ts'
import { acts, rateValue, ratingForm } from './contract.ts'
import { ratingView } from './forms.ts'
import { rate, type Said } from './rating.ts'
import { readReview } from './reading.ts'
import {
  closedReceipt,
  closeQuestion,
  notReviewedYet,
  ratedReceipt,
  reviewFor,
  startedReceipt,
  startQuestion,
} from './receipts.ts'
import { closeReview, mayStart, startReview } from './reviewing.ts'

export const reviewCommand: Command = {
  word: 'review',
  usage: [
    { form: 'review', states: ['reviewing'] },
    { form: 'review', states: ['verifying'], whoRunsIt: true },
    { form: 'review close', states: ['reviewing'], whoRunsIt: true },
    { form: 'review <1 to 5> [sentence]' },
  ],
  run: async (call) => {
    const meant = await meantRelease(call, 'review')
    const said = readReview(meant.text)
    if (said.act === 'rate') return rated(call, meant.ref.id, said)
    return said.act === 'show' ? shown(call, meant) : asked(call, meant, said.act)
  },
}

function shown({ actor, now }: Call, { release, facts }: Meant): Answer {
  if (release.review.period) return reviewFor(release, facts, actor.person, now)
  return mayStart(release) ? startQuestion(release, facts, actor.person) : notReviewedYet(release)
}

/** Both ping many or cannot be undone: who may not is told at once, who may is asked once. */
function asked(call: Call, meant: Meant, act: 'start' | 'close'): Answer {
  const { release, facts } = meant
  const rule = act === 'start' ? startReview : closeReview
  const events = rule(release, facts, call.now, call.actor)
  if (events.length === 0) return shown(call, meant)
  return act === 'start' ? startQuestion(release, facts, call.actor.person) : closeQuestion(release)
}

const changed = ({ ctx, actor }: Call, release: string, decide: Decide): Promise<Result> =>
  change(ctx, { workspace: actor.workspace, id: release }, actor, decide)

export const startPressed = defineAction({
  id: acts.start,
  value: releaseValue,
  run: async (call) => {
    const { release, facts } = await changed(call, call.value.release, (...on) =>
      startReview(...on, call.actor),
    )
    return startedReceipt(release, facts)
  },
})

export const closePressed = defineAction({
  id: acts.close,
  value: releaseValue,
  run: async (call) => {
    const { release } = await changed(call, call.value.release, (...on) => closeReview(...on, call.actor))
    return closedReceipt(release)
  },
})

/** The direct message that asked shows the answer itself; anywhere else it is said. */
export const starPressed = defineAction({
  id: acts.rate,
  value: rateValue,
  run: async (call) => {
    const { release, stars } = call.value
    const receipt = await rated(call, release, { stars })
    return call.message?.ephemeral === false ? undefined : receipt
  },
})

async function rated(call: Call, id: string, { stars, sentence }: Said): Promise<Answer> {
  const { release, facts } = await changed(call, id, (...on) => rate(...on, call.actor, { stars, sentence }))
  return ratedReceipt(release, facts, call.actor.person)
}

export const openRating = defineAction({
  id: acts.openRating,
  value: releaseValue,
  run: async ({ ctx, actor, value }) => {
    const { release } = await theRelease(ctx, { workspace: actor.workspace, id: value.release })
    return ratingView(release, actor.person)
  },
})

export const ratingSubmitted = defineForm({
  ...ratingForm,
  submit: async (call) => {
    await changed(call, call.metadata.release, (...on) => rate(...on, call.actor, call.fields))
    return undefined
  },
})
