import { personNamed } from '../people/named.ts'
import type { PersonId } from '../people/people.ts'
import { change } from '../releases/change.ts'
import { releaseValue } from '../releases/contract.ts'
import { meantRelease, theRelease } from '../releases/meant.ts'
import { defineAction } from '../slack/actions.ts'
import { type Answer, type Call, timesOf } from '../slack/call.ts'
import type { Command } from '../slack/commands.ts'
import { defineForm } from '../slack/forms.ts'
import { atWallTime } from '../time/wall.ts'
import { addAction, finishAction } from './acting.ts'
import { drawActions } from './action-list.ts'
import { actionForm, actionValue, acts } from './contract.ts'
import { actionView } from './forms.ts'
import { endOfDay, readAction } from './reading.ts'
import { addedReceipt, doneReceipt } from './receipts.ts'

export const actionCommand: Command = {
  word: 'action',
  synonyms: ['actions'],
  usage: [
    { form: 'action <what> @who <when>', states: ['reviewing'] },
    { form: 'action', states: ['closed'] },
    { form: 'action <n> done' },
  ],
  run: async (call) => {
    const { ref, release, facts, text } = await meantRelease(call, 'action')
    const said = readAction(text, call.said, await timesOf(call))
    if (said.act === 'show') return drawActions(release, facts, { ...call.actor, now: call.now })
    return said.act === 'done' ? finished(call, ref.id, said.number) : added(call, ref.id, said)
  },
}

interface Asked {
  readonly what: string
  readonly owner: PersonId | null
  readonly due: Date | null
}

async function added(call: Call, id: string, { what, owner, due }: Asked): Promise<Answer> {
  const { ctx, actor } = call
  const wish = { what, due, owner: await personNamed(call, owner) }
  return addedReceipt(
    await change(ctx, { workspace: actor.workspace, id }, actor, (...on) => addAction(...on, actor, wish)),
  )
}

async function finished({ ctx, actor }: Call, id: string, number: number): Promise<Answer> {
  const ref = { workspace: actor.workspace, id }
  const { release } = await change(ctx, ref, actor, (...on) => finishAction(...on, actor, number))
  return doneReceipt(release, number)
}

/** The direct message that gave it shows that it is done; anywhere else it is said. */
export const donePressed = defineAction({
  id: acts.actionDone,
  value: actionValue,
  run: async (call) => {
    const receipt = await finished(call, call.value.release, call.value.number)
    return call.message?.ephemeral === false ? undefined : receipt
  },
})

export const openAction = defineAction({
  id: acts.openAction,
  value: releaseValue,
  run: async ({ ctx, actor, value }) =>
    actionView((await theRelease(ctx, { workspace: actor.workspace, id: value.release })).release),
})

export const actionSubmitted = defineForm({
  ...actionForm,
  submit: async (call) => {
    const { what, owner, due } = call.fields
    const noon = new Date(`${due}T12:00:00Z`)
    const evening = atWallTime(noon, endOfDay, await call.zone())
    await added(call, call.metadata.release, { what, owner, due: evening })
    return undefined
  },
})
