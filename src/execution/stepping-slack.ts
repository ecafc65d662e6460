import { change } from '../releases/change.ts'
import { type Meant, meantRelease, theRelease } from '../releases/meant.ts'
import type { Decide } from '../releases/release.ts'
import { defineAction } from '../slack/actions.ts'
import type { Answer, Call } from '../slack/call.ts'
import type { Command } from '../slack/commands.ts'
import { defineForm } from '../slack/forms.ts'
import { drawRun } from './card.ts'
import { acts, failedForm, stepValue } from './contract.ts'
import { failedView } from './forms.ts'
import { theStep } from './guards.ts'
import { drawPlan } from './planned-run.ts'
import { stepNumbered } from './progress.ts'
import { readStep, type StepSaid } from './reading.ts'
import { doneReceipt, failedReceipt, type Now, retriedReceipt, takenReceipt } from './receipts.ts'
import { failStep, finishStep, retryStep, takeStep } from './stepping.ts'
import { fixed } from './undoing-slack.ts'

export const stepCommand: Command = {
  word: 'step',
  usage: [
    { form: 'step', states: ['cleared'] },
    { form: 'step <n> done [note]', states: ['executing'] },
    { form: 'step <n> failed <why>', states: ['executing'] },
    { form: 'step fix <why>', states: [] },
  ],
  run: async (call) => {
    const meant = await meantRelease(call, 'step')
    return act(call, meant, readStep(meant.text))
  },
}

function act(call: Call, meant: Meant, said: StepSaid): Answer | Promise<Answer> {
  const { id } = meant.ref
  if (said.act === 'show') return shown(call, meant)
  if (said.act === 'fix') return fixed(call, id, said.why)
  if (said.act === 'done') return done(call, id, said)
  if (said.act === 'failed') return failed(call, id, said)
  return said.act === 'retry' ? retried(call, id, said.number) : taken(call, id, said.number)
}

/** A bare word shows: the run-of-show, or what is planned of it. */
const shown = ({ actor, now }: Call, { release, facts }: Meant): Answer =>
  release.execution.steps.length > 0
    ? drawRun(release, facts, now)
    : drawPlan(release, facts, now, actor.person)

async function changed(call: Call, id: string, decide: Decide): Promise<Now> {
  const ref = { workspace: call.actor.workspace, id }
  return { ...(await change(call.ctx, ref, call.actor, decide)), now: call.now }
}

const done = async (call: Call, id: string, said: { number: number; note: string | null }) =>
  doneReceipt(said.number, await changed(call, id, (...on) => finishStep(...on, call.actor, said)))

const failed = async (call: Call, id: string, said: { number: number; why: string }) =>
  failedReceipt(said.number, await changed(call, id, (...on) => failStep(...on, call.actor, said)))

const retried = async (call: Call, id: string, number: number) =>
  retriedReceipt(number, await changed(call, id, (...on) => retryStep(...on, call.actor, { number })))

async function taken(call: Call, id: string, number: number): Promise<Answer> {
  const now = await changed(call, id, (...on) => takeStep(...on, call.actor, { number }))
  return takenReceipt(stepNumbered(now.release, number), now)
}

export const donePressed = defineAction({
  id: acts.done,
  value: stepValue,
  run: (call) => done(call, call.value.release, { number: call.value.number, note: null }),
})

export const retryPressed = defineAction({
  id: acts.retry,
  value: stepValue,
  run: (call) => retried(call, call.value.release, call.value.number),
})

export const takePressed = defineAction({
  id: acts.take,
  value: stepValue,
  run: (call) => taken(call, call.value.release, call.value.number),
})

export const failedPressed = defineAction({
  id: acts.openFailed,
  value: stepValue,
  run: async ({ ctx, actor, value }) => {
    const { release } = await theRelease(ctx, { workspace: actor.workspace, id: value.release }, actor.person)
    return failedView(release, theStep(release, value.number))
  },
})

export const failedSubmitted = defineForm({
  ...failedForm,
  submit: async (call) => {
    const { release, number } = call.metadata
    await failed(call, release, { number, why: call.fields.why })
    return undefined
  },
})
