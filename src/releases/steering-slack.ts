import { defineAction } from '../slack/actions.ts'
import { md } from '../slack/blocks.ts'
import { type Answer, type Call, timesOf } from '../slack/call.ts'
import type { Command } from '../slack/commands.ts'
import { defineForm } from '../slack/forms.ts'
import { change } from './change.ts'
import { acts, holdForm, moveForm, moveValue, noValue, reasonValue, releaseValue } from './contract.ts'
import { holdView, moveView } from './forms.ts'
import { cancel, hold, resume } from './lifecycle.ts'
import { meantRef, meantRelease, type Read, theRelease } from './meant.ts'
import { move } from './planning.ts'
import { previewOf } from './preview.ts'
import { readMove, stillToCome } from './reading.ts'
import {
  cancelQuestion,
  heldAlready,
  heldReceipt,
  movedReceipt,
  movePreview,
  resumedReceipt,
  said,
} from './receipts.ts'

const beforeStart = ['planned', 'preparing', 'deciding', 'cleared']

export const moveCommand: Command = {
  word: 'move',
  synonyms: ['date'],
  usage: [{ form: 'move <when> [because <why>]', states: beforeStart, whoRunsIt: true }],
  run: async (call) => {
    const meant = await meantRelease(call, 'move')
    if (!meant.text) return moveView(meant)
    const { to, why } = readMove(meant.text, meant.release.key, await timesOf(call))
    return asked(call, meant, to, why)
  },
}

/** Shows what would move; the rule is asked already, so that nobody confirms what would be refused. */
function asked({ ctx, actor, now }: Call, read: Read, to: Date, why: string | null): Answer {
  const events = move(read.release, read.facts, now, actor, { to, why })
  return movePreview(read, to, why, previewOf(ctx.features, read, events, actor, now))
}

export const openMove = defineAction({
  id: acts.openMove,
  value: releaseValue,
  run: async ({ ctx, actor, value }) =>
    moveView(await theRelease(ctx, { workspace: actor.workspace, id: value.release }, actor.person)),
})

export const moveSubmitted = defineForm({
  ...moveForm,
  submit: async (call) => {
    const { ctx, actor, metadata, fields } = call
    const read = await theRelease(ctx, { workspace: actor.workspace, id: metadata.release }, actor.person)
    const to = stillToCome(new Date(fields.target * 1000), await timesOf(call))
    return asked(call, read, to, fields.why)
  },
})

export const moveConfirmed = defineAction({
  id: acts.move,
  value: moveValue,
  run: async ({ ctx, actor, value }) => {
    const wish = { to: new Date(value.to), why: value.why }
    const ref = { workspace: actor.workspace, id: value.release }
    return movedReceipt(
      await change(ctx, ref, actor, (release, facts, now) => move(release, facts, now, actor, wish)),
    )
  },
})

export const kept = defineAction({
  id: acts.keep,
  value: noValue,
  run: async () => said(md`Nothing was changed.`),
})

export const cancelCommand: Command = {
  word: 'cancel',
  usage: [{ form: 'cancel <why>', states: ['planned', 'cleared', 'hold'], whoRunsIt: true }],
  run: async (call) => {
    const meant = await meantRelease(call, 'cancel')
    cancel(meant.release, meant.facts, call.now, call.actor, meant.text)
    return cancelQuestion(meant, meant.text)
  },
}

export const cancelConfirmed = defineAction({
  id: acts.cancel,
  value: reasonValue,
  run: async ({ ctx, actor, value }) => {
    const ref = { workspace: actor.workspace, id: value.release }
    const { release } = await change(ctx, ref, actor, (r, facts, now) =>
      cancel(r, facts, now, actor, value.why),
    )
    return said(md`*${release.key}* is cancelled.`)
  },
})

export const holdCommand: Command = {
  word: 'hold',
  synonyms: ['stop'],
  usage: [
    { form: 'hold <why>', states: ['cleared', 'executing', 'verifying'] },
    { form: 'hold <why>', states: ['preparing'], whoRunsIt: true },
  ],
  run: async (call) => {
    const { ref, text } = await meantRef(call, 'hold')
    return held(call, ref, text)
  },
}

async function held({ ctx, actor }: Call, ref: Read['ref'], why: string): Promise<Answer> {
  const { release, facts, events } = await change(ctx, ref, actor, (r, f, now) => hold(r, f, now, actor, why))
  return events.length > 0 ? heldReceipt(release, facts, actor.person) : said(heldAlready(release, facts))
}

export const openHold = defineAction({
  id: acts.openHold,
  value: releaseValue,
  run: async ({ ctx, actor, value }) =>
    holdView(await theRelease(ctx, { workspace: actor.workspace, id: value.release }, actor.person)),
})

export const holdSubmitted = defineForm({
  ...holdForm,
  submit: async (call) => {
    await held(call, { workspace: call.actor.workspace, id: call.metadata.release }, call.fields.why)
    return undefined
  },
})

export const resumeCommand: Command = {
  word: 'resume',
  usage: [{ form: 'resume', states: ['hold'], whoRunsIt: true }],
  run: async (call) => resumed(call, (await meantRef(call, 'resume')).ref),
}

export const resumePressed = defineAction({
  id: acts.resume,
  value: releaseValue,
  run: (call) => resumed(call, { workspace: call.actor.workspace, id: call.value.release }),
})

async function resumed({ ctx, actor, now }: Call, ref: Read['ref']): Promise<Answer> {
  return resumedReceipt(await change(ctx, ref, actor, (...on) => resume(...on, actor)), now)
}
