import { change } from '../releases/change.ts'
import { releaseValue } from '../releases/contract.ts'
import { meantRelease, theRelease } from '../releases/meant.ts'
import { defineAction } from '../slack/actions.ts'
import type { Answer, Call } from '../slack/call.ts'
import type { Command } from '../slack/commands.ts'
import { defineForm } from '../slack/forms.ts'
import { acts, fixForm, reasonValue, rollBackForm } from './contract.ts'
import { fixView, rollBackView } from './forms.ts'
import { rollBackQuestion, rollBackShown } from './questions.ts'
import { fixReceipt, rolledBackReceipt } from './receipts.ts'
import { fixForward, rollBack, somethingToUndo } from './undoing.ts'

export const rollBackCommand: Command = {
  word: 'rollback',
  synonyms: ['roll-back', 'undo'],
  usage: [{ form: 'rollback <why>', states: ['executing', 'verifying', 'hold'], whoRunsIt: true }],
  run: async (call) => {
    const { release, facts, text } = await meantRelease(call, 'rollback')
    somethingToUndo(release)
    if (!text) return rollBackShown(release, facts)
    rollBack(release, facts, call.now, call.actor, text)
    return rollBackQuestion(release, facts, text)
  },
}

async function rolledBack({ ctx, actor, now }: Call, id: string, why: string): Promise<Answer> {
  const ref = { workspace: actor.workspace, id }
  const result = await change(ctx, ref, actor, (...on) => rollBack(...on, actor, why))
  return rolledBackReceipt({ ...result, now })
}

export const rollBackConfirmed = defineAction({
  id: acts.rollBack,
  value: reasonValue,
  run: (call) => rolledBack(call, call.value.release, call.value.why),
})

export const rollBackPressed = defineAction({
  id: acts.openRollBack,
  value: releaseValue,
  run: async ({ ctx, actor, value }) => {
    const ref = { workspace: actor.workspace, id: value.release }
    const { release, facts } = await theRelease(ctx, ref, actor.person)
    somethingToUndo(release)
    return rollBackView(release, facts)
  },
})

/** The form said what it undoes, which is the asking. */
export const rollBackSubmitted = defineForm({
  ...rollBackForm,
  submit: async (call) => {
    await rolledBack(call, call.metadata.release, call.fields.why)
    return undefined
  },
})

export async function fixed({ ctx, actor, now }: Call, id: string, why: string): Promise<Answer> {
  const ref = { workspace: actor.workspace, id }
  const result = await change(ctx, ref, actor, (...on) => fixForward(...on, actor, why))
  return fixReceipt({ ...result, now })
}

export const fixPressed = defineAction({
  id: acts.openFix,
  value: releaseValue,
  run: async ({ ctx, actor, value }) => {
    const ref = { workspace: actor.workspace, id: value.release }
    return fixView((await theRelease(ctx, ref, actor.person)).release)
  },
})

export const fixSubmitted = defineForm({
  ...fixForm,
  submit: async (call) => {
    await fixed(call, call.metadata.release, call.fields.why)
    return undefined
  },
})
