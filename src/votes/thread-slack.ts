import type { Ctx } from '../ctx.ts'
import { Rejection } from '../errors.ts'
import { TryLater } from '../jobs/job.ts'
import { change } from '../releases/change.ts'
import { type Read, readRelease } from '../releases/meant.ts'
import type { Message } from '../slack/blocks.ts'
import { postponed, slackWord } from '../slack/client.ts'
import type { SlackEvent, Told } from '../slack/events.ts'
import { failureMessage, failureOf } from '../slack/failure.ts'
import { askForReason, askWhether } from './answers.ts'
import { answerIn, type InReply, mayBeBallot, readReply, type Written } from './replies.ts'
import { roundOfThread } from './store.ts'
import { openVote } from './votes.ts'
import { castBallot } from './voting.ts'

/** Answers in the thread of a vote card. Of other threads, and of talk, nothing is kept. */
export const replyHeard: SlackEvent = {
  type: 'message',
  wanted: mayBeBallot,
  run: async ({ ctx, event, actor }: Told) => {
    const written = readReply(event)
    // A mention is answered where mentions are, and once is enough.
    if (!written || written.text.includes(`<@${ctx.slack.me.botUser}`)) return
    const { workspace } = actor
    const thread = { workspace, channel: written.reply.channel, thread: written.thread }
    const card = await roundOfThread(ctx.db, thread)
    // People may be quicker than Slack's answer that their card is there.
    if (card === 'under way') throw new TryLater(1, 'a reply may be to a card that is under way')
    const read = card && (await readRelease(ctx, card.ref, written.person))
    const said = read && answerIn(written.text, read.facts)
    if (!card || !read || !said) return
    const answer = await answerTo(ctx, read, { written, said, round: card.round })
    if (answer) await tellPrivately(ctx, written, answer)
  },
}

interface Heard {
  readonly written: Written
  readonly said: InReply
  readonly round: number
}

/** Counts what is wholly an answer, silently: its check mark says so. The rest is asked about while the vote is open. */
async function answerTo(
  ctx: Ctx,
  { ref, release }: Read,
  { written, said, round }: Heard,
): Promise<Message | null> {
  const { person, reply } = written
  const value = { release: ref.id, round, reply, ...(said.note !== null && { note: said.note }) }
  if (!said.counts)
    return openVote(release)?.round === round ? askWhether(said.words, said.like, value) : null
  if (said.says === 'no-go' && said.note === null) return askForReason(value)
  const actor = { workspace: ref.workspace, person, door: 'thread' as const }
  const { says, note, roles } = said
  return unlessRefused(ctx, written, ref.workspace, async () => {
    await change(ctx, ref, actor, (...on) => castBallot(...on, actor, { says, note, roles, round, reply }))
  })
}

/** A refusal is for the person who wrote; whatever breaks goes back to the queue, so that no answer is lost. */
async function unlessRefused(
  ctx: Ctx,
  { person, reply }: Written,
  workspace: string,
  act: () => Promise<void>,
) {
  try {
    await act()
    return null
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
    const at = { act: 'event message', workspace, person, channel: reply.channel }
    ctx.meters.acted(at.act, 'refused')
    return failureMessage(failureOf(ctx, error, at))
  }
}

async function tellPrivately(ctx: Ctx, { person, thread, reply }: Written, answer: Message): Promise<void> {
  const where = { channel: reply.channel, user: person, thread_ts: thread }
  await ctx.slack.web.chat.postEphemeral({ ...where, ...answer }).catch((error) => {
    const word = slackWord(error)
    if (word === null) throw postponed(error)
    ctx.log.warn({ ...where, slack: word }, 'a reply could not be answered')
  })
}
