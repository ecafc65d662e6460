import { change } from '../releases/change.ts'
import { releaseValue } from '../releases/contract.ts'
import { meantRelease, type Read, theRelease } from '../releases/meant.ts'
import { defineAction } from '../slack/actions.ts'
import type { Answer, Call } from '../slack/call.ts'
import type { Command } from '../slack/commands.ts'
import { drawRun } from './card.ts'
import { acts } from './contract.ts'
import { startQuestion } from './questions.ts'
import { startedReceipt } from './receipts.ts'
import { startRelease } from './starting.ts'

export const startCommand: Command = {
  word: 'start',
  usage: [{ form: 'start', states: ['cleared'], whoRunsIt: true }],
  run: async (call) => asked(call, await meantRelease(call, 'start')),
}

/** The rule is asked already, so that nobody confirms what would be refused. */
function asked({ actor, now }: Call, { release, facts }: Read): Answer {
  const events = startRelease(release, facts, now, actor)
  return events.length === 0 ? drawRun(release, facts, now) : startQuestion(release, facts, now)
}

export const startAsked = defineAction({
  id: acts.openStart,
  value: releaseValue,
  run: async (call) => {
    const ref = { workspace: call.actor.workspace, id: call.value.release }
    return asked(call, await theRelease(call.ctx, ref, call.actor.person))
  },
})

export const startConfirmed = defineAction({
  id: acts.start,
  value: releaseValue,
  run: async ({ ctx, actor, value, now }) => {
    const ref = { workspace: actor.workspace, id: value.release }
    const result = await change(ctx, ref, actor, (...on) => startRelease(...on, actor))
    return startedReceipt({ ...result, now })
  },
})
