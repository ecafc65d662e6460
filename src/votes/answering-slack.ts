import { change, type Result } from '../releases/change.ts'
import { meantRef, type Read, theRelease } from '../releases/meant.ts'
import { defineAction } from '../slack/actions.ts'
import type { Answer, Call } from '../slack/call.ts'
import type { Command, CommandCall } from '../slack/commands.ts'
import { defineForm } from '../slack/forms.ts'
import { askWhether, ballotReceipt, undoReceipt } from './answers.ts'
import { type AnswerValue, acts, answerValue, noGoForm, undoValue } from './contract.ts'
import { noGoView } from './forms.ts'
import { theOpenVote } from './open-vote.ts'
import { isCondition, readSaid } from './reading.ts'
import type { Says } from './votes.ts'
import { castBallot, type Said, undoBallots } from './voting.ts'

const refOf = ({ actor }: Call, { release }: { readonly release: string }) => ({
  workspace: actor.workspace,
  id: release,
})

async function cast({ ctx, actor }: Call, ref: Read['ref'], said: Said): Promise<Answer> {
  const result = await change(ctx, ref, actor, (release, facts, now) =>
    castBallot(release, facts, now, actor, said),
  )
  return ballotReceipt(result, actor, said.says)
}

async function runAnswer(call: CommandCall, says: Says): Promise<Answer> {
  const { ref, text } = await meantRef(call, says)
  const { ctx, actor } = call
  const result = await change(ctx, ref, actor, (release, facts, now) => {
    const said = readSaid(says, text, facts)
    return isConditional(said) ? [] : castBallot(release, facts, now, actor, said)
  })
  const said = readSaid(says, text, result.facts)
  return isConditional(said) ? askAbout(call, result, said) : ballotReceipt(result, actor, says)
}

/** A go that depends on something is no ballot before it was asked about. */
const isConditional = ({ says, note }: Said) => says === 'go' && isCondition(note)

function askAbout({ actor, now }: Call, { release, facts }: Result, { note, roles }: Said): Answer {
  const { round } = theOpenVote(release, facts, now, actor, null)
  const named = Array.isArray(roles) || roles === 'advice' ? { roles } : {}
  const noted = note === null ? {} : { note }
  return askWhether(`go ${note}`, 'go', { release: release.id, round, ...noted, ...named })
}

export const goCommand: Command = {
  word: 'go',
  synonyms: ['+1'],
  usage: [{ form: 'go [note]', states: ['deciding'] }, { form: 'go [for <role>] [note]' }],
  run: (call) => runAnswer(call, 'go'),
}

export const noGoCommand: Command = {
  word: 'no-go',
  synonyms: ['-1'],
  usage: [{ form: 'no-go <why>', states: ['deciding'] }, { form: 'no-go [for <role>] <why>' }],
  run: (call) => runAnswer(call, 'no-go'),
}

export const abstainCommand: Command = {
  word: 'abstain',
  usage: [{ form: 'abstain [for <role>]' }],
  run: (call) => runAnswer(call, 'abstain'),
}

/** What a button says for whoever presses it. */
export const pressedAnswer = (call: Call, says: Says, value: AnswerValue): Promise<Answer> => {
  const { round, roles = null, note = null, reply = null } = value
  return cast(call, refOf(call, value), { says, note, roles, round, reply })
}

export const goPressed = defineAction({
  id: acts.go,
  value: answerValue,
  run: (call) => pressedAnswer(call, 'go', call.value),
})

export const abstainPressed = defineAction({
  id: acts.abstain,
  value: answerValue,
  run: (call) => pressedAnswer(call, 'abstain', call.value),
})

/** Opens the form that asks for the reason, unless there is nothing to answer any more. */
export const noGoPressed = defineAction({
  id: acts.noGo,
  value: answerValue,
  run: async (call) => {
    const { release, facts } = await theRelease(call.ctx, refOf(call, call.value), call.actor.person)
    theOpenVote(release, facts, call.now, call.actor, call.value.round)
    return noGoView(release, facts, call.actor.person, call.value)
  },
})

export const noGoSubmitted = defineForm({
  ...noGoForm,
  submit: (call) => {
    const { metadata, fields } = call
    const { round, reply = null } = metadata
    const roles = fields.roles ?? metadata.roles ?? null
    return cast(call, refOf(call, metadata), { says: 'no-go', note: fields.why, roles, round, reply })
  },
})

export const undoPressed = defineAction({
  id: acts.undo,
  value: undoValue,
  run: async (call) => {
    const { ctx, actor, value } = call
    return undoReceipt(
      await change(ctx, refOf(call, value), actor, (release, facts, now) =>
        undoBallots(release, facts, now, actor, value),
      ),
    )
  },
})
