import { onlyWhoRunsIt } from '../people/permissions.ts'
import { change } from '../releases/change.ts'
import { releaseValue } from '../releases/contract.ts'
import { type Meant, meantRelease, theRelease } from '../releases/meant.ts'
import { said } from '../releases/receipts.ts'
import type { Decide } from '../releases/release.ts'
import { defineAction } from '../slack/actions.ts'
import { md, when } from '../slack/blocks.ts'
import { type Answer, type Call, timesOf } from '../slack/call.ts'
import type { Command, CommandCall } from '../slack/commands.ts'
import { defineForm } from '../slack/forms.ts'
import { pressedAnswer } from './answering-slack.ts'
import { closeQuestion, voteAnswer } from './answers.ts'
import { acts, cancelForm, moreValue, openForm, roundValue } from './contract.ts'
import { cancelVote, closeVote } from './deciding.ts'
import { cancelView, openView, whomItAsks } from './forms.ts'
import { theOpenVote } from './open-vote.ts'
import { mayOpen, openRound } from './opening.ts'
import { readVote, type VoteSaid } from './reading.ts'
import { openVote } from './votes.ts'

const whileVoting = ['deciding']

export const voteCommand: Command = {
  word: 'vote',
  usage: [
    { form: 'vote', states: whileVoting },
    { form: 'vote', states: ['preparing'], whoRunsIt: true },
    { form: 'vote open [until <when>] [because <why>]' },
    { form: 'vote close', states: whileVoting, whoRunsIt: true },
    { form: 'vote cancel <why>', states: whileVoting, whoRunsIt: true },
  ],
  run: async (call) => {
    const meant = await meantRelease(call, 'vote')
    return answerTo(call, meant, readVote(meant.text, await timesOf(call)))
  },
}

function answerTo(call: CommandCall, meant: Meant, vote: VoteSaid): Answer | Promise<Answer> {
  const { release, facts, ref } = meant
  const { now, actor } = call
  switch (vote.act) {
    case 'show':
      return voteAnswer(release, facts, now, actor.person)
    case 'open':
      mayOpen(release, facts, actor)
      return openView(release, facts, now, vote)
    case 'close':
      return askToClose(call, meant, null)
    case 'cancel':
      return cancelled(call, ref.id, (...on) => cancelVote(...on, actor, { round: null, why: vote.why }))
  }
}

/** The rule is asked already, so that nobody confirms what would be refused. */
function askToClose(
  { now, actor }: Call,
  { release, facts }: Omit<Meant, 'text'>,
  round: number | null,
): Answer {
  closeVote(release, facts, now, actor, { round })
  return closeQuestion(theOpenVote(release, facts, now, actor, round), release, facts)
}

const changed = ({ ctx, actor }: Call, id: string, decide: Decide) =>
  change(ctx, { workspace: actor.workspace, id }, actor, decide)

async function cancelled(call: Call, id: string, decide: Decide): Promise<Answer> {
  const { release } = await changed(call, id, decide)
  return said(md`The vote on ${release.key} is cancelled. The next one asks anew.`)
}

export const openPressed = defineAction({
  id: acts.openForm,
  value: releaseValue,
  run: async ({ ctx, actor, now, value }) => {
    const { release, facts } = await theRelease(
      ctx,
      { workspace: actor.workspace, id: value.release },
      actor.person,
    )
    mayOpen(release, facts, actor)
    return openView(release, facts, now, { until: null, why: null })
  },
})

export const openSubmitted = defineForm({
  ...openForm,
  submit: async (call) => {
    const { actor, metadata, fields } = call
    const opening = { until: new Date(fields.until * 1000), why: fields.why ?? null }
    const { release, facts } = await changed(call, metadata.release, (...on) =>
      openRound(...on, actor, opening),
    )
    const closes = openVote(release)?.closes
    return said(
      md`The vote on ${release.key} is open${closes && md` to ${when(closes, facts.product.zone)}`}; ${whomItAsks(facts)} are asked.`,
    )
  },
})

export const closePressed = defineAction({
  id: acts.close,
  value: roundValue,
  run: async (call) => {
    const { actor, value } = call
    const { release } = await changed(call, value.release, (...on) => closeVote(...on, actor, value))
    return said(md`The vote on ${release.key} is closed: no-go.`)
  },
})

export const cancelSubmitted = defineForm({
  ...cancelForm,
  submit: (call) => {
    const { actor, metadata, fields } = call
    return cancelled(call, metadata.release, (...on) =>
      cancelVote(...on, actor, { round: metadata.round, why: fields.why }),
    )
  },
})

/** What stands behind ▾ on the card. */
export const morePicked = defineAction({
  id: acts.more,
  value: moreValue,
  run: async (call) => {
    const { ctx, actor, now, value } = call
    if (value.act === 'abstain') return pressedAnswer(call, 'abstain', value)
    const read = await theRelease(ctx, { workspace: actor.workspace, id: value.release }, actor.person)
    if (value.act === 'close') return askToClose(call, read, value.round)
    const { release, facts } = read
    onlyWhoRunsIt(release, facts, actor, 'cancels the vote')
    return cancelView(release, theOpenVote(release, facts, now, actor, value.round), facts)
  },
})
