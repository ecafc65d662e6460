import { Rejection } from '../errors.ts'
import { change, type Result } from '../releases/change.ts'
import { releaseValue } from '../releases/contract.ts'
import { meantRelease, theRelease } from '../releases/meant.ts'
import type { Decide } from '../releases/release.ts'
import { defineAction } from '../slack/actions.ts'
import type { Answer, Call } from '../slack/call.ts'
import type { Command } from '../slack/commands.ts'
import { defineForm } from '../slack/forms.ts'
import { drawChecks } from './card.ts'
import { failCheck, passCheck } from './checking.ts'
import { acts, checkValue, failedForm } from './contract.ts'
import { failedView } from './forms.ts'
import { readVerify } from './reading.ts'
import { failedReceipt, passedReceipt } from './receipts.ts'

export const verifyCommand: Command = {
  word: 'verify',
  usage: [
    { form: 'verify <n> pass [note]', states: ['verifying'] },
    { form: 'verify <n> fail <why>', states: ['verifying'] },
  ],
  run: async (call) => {
    const { ref, release, facts, text } = await meantRelease(call, 'verify')
    const said = readVerify(text)
    if (said.act === 'pass') return passed(call, ref.id, said)
    if (said.act === 'fail') return failed(call, ref.id, said)
    if (release.verification.checks.length > 0) return drawChecks(release, facts)
    throw new Rejection(`${release.key} is ${release.state}; its checks begin when everyone has it.`)
  },
}

const changed = ({ ctx, actor }: Call, id: string, decide: Decide): Promise<Result> =>
  change(ctx, { workspace: actor.workspace, id }, actor, decide)

async function passed(
  call: Call,
  id: string,
  said: { number: number; note: string | null },
): Promise<Answer> {
  const { release } = await changed(call, id, (...on) => passCheck(...on, call.actor, said))
  return passedReceipt(release, said.number)
}

async function failed(call: Call, id: string, said: { number: number; why: string }): Promise<Answer> {
  const { release, facts } = await changed(call, id, (...on) => failCheck(...on, call.actor, said))
  return failedReceipt(release, facts, said.number)
}

export const passPressed = defineAction({
  id: acts.pass,
  value: checkValue,
  run: (call) => passed(call, call.value.release, { number: call.value.number, note: null }),
})

export const failPressed = defineAction({
  id: acts.openFailed,
  value: releaseValue,
  run: async ({ ctx, actor, value }) => {
    const { release } = await theRelease(ctx, { workspace: actor.workspace, id: value.release }, actor.person)
    const view = failedView(release)
    if (!view) throw new Rejection('Every check has failed already.')
    return view
  },
})

export const failSubmitted = defineForm({
  ...failedForm,
  submit: async (call) => {
    const { check, why } = call.fields
    await failed(call, call.metadata.release, { number: check, why })
    return undefined
  },
})
