import type { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { Rejection } from '../errors.ts'
import { releaseOfChannel } from '../releases/meant.ts'
import { type Answer, type Call, isForm } from '../slack/call.ts'
import { postponed, slackWord } from '../slack/client.ts'
import { answered } from '../slack/doors.ts'
import type { SlackEvent, Told } from '../slack/events.ts'
import { readCommand } from '../slack/grammar.ts'
import { runCommand } from '../slack/hear-commands.ts'
import { received } from '../slack/received.ts'
import { mentioned } from './contract.ts'
import { commandsOf } from './help-slack.ts'

type Mention = z.infer<typeof mentioned>

/** `@shipshape status`, where Slack takes no commands: in threads. The answer is seen by the asker alone. */
export const mentionHeard: SlackEvent = {
  type: 'app_mention',
  wanted: ({ user, bot_id }) => typeof user === 'string' && bot_id === undefined,
  run: async ({ ctx, event, actor }: Told) => {
    const mention = mentioned.parse(event)
    const said = wordsAfterMention(mention.text, ctx.slack.me.botUser)
    const at = {
      workspace: actor.workspace,
      person: mention.user,
      channel: mention.channel,
      door: actor.door,
      act: 'mention',
    }
    await reply(ctx, mention, await answered(ctx, at, (call) => answerTo(call, said)))
  },
}

/** What follows the first mention of Shipshape. */
export const wordsAfterMention = (text: string, botUser: string) =>
  text.replace(new RegExp(`^.*?<@${botUser}(?:\\|[^>]*)?>[,:]?`, 's'), '').trim()

async function answerTo(call: Call, said: string): Promise<Answer> {
  const commands = commandsOf(call)
  if (said === '') {
    const here = await releaseOfChannel(call.ctx, call)
    return runCommand(commands, call, here ? 'status' : '')
  }
  const { word, rest } = readCommand(received(said).text, commands)
  const known = commands.some((command) => command.word === word)
  if (known && !reads(word, rest)) throw onlyByButton(word, said)
  return runCommand(commands, call, said)
}

const reading = ['', 'status', 'list', 'help', 'timeline']
const onlyAKey = /^[^\s]+-[^\s]*\d[^\s]*$/
const readingWhenBare = ['ready', 'vote', 'scope', 'step', 'verify', 'check', 'review', 'action']

/**
 * Slack may deliver a mention twice, and a late second time could undo what came between. So a mention only reads;
 * an act is offered as a button, which is pressed once.
 */
export const reads = (word: string, rest: string): boolean =>
  reading.includes(word) || (readingWhenBare.includes(word) && (rest === '' || onlyAKey.test(rest)))

const onlyByButton = (word: string, said: string) =>
  new Rejection('A mention shows things and changes nothing. To do it, press:', {
    offers: [{ label: word, run: said }],
  })

async function reply(ctx: Ctx, { channel, user, thread_ts }: Mention, answer: Answer): Promise<void> {
  if (!answer || isForm(answer)) return
  const where = { channel, user, ...(thread_ts && { thread_ts }) }
  await ctx.slack.web.chat.postEphemeral({ ...where, ...answer }).catch((error) => {
    const word = slackWord(error)
    if (word === null) throw postponed(error)
    ctx.log.warn({ channel, slack: word }, 'a mention could not be answered')
  })
}
