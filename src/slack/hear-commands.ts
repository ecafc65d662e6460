import type { App } from '@slack/bolt'
import type { Ctx } from '../ctx.ts'
import { Rejection } from '../errors.ts'
import type { Answer, Call } from './call.ts'
import type { Command } from './commands.ts'
import { answered, replyToCommand, saidIn } from './doors.ts'
import { readCommand, suggest } from './grammar.ts'
import { echoed } from './kindly.ts'
import { type Received, received, sentAgain } from './received.ts'

/**
 * Runs the words after `/release`, as Slack sends them or as a button offers them.
 * @throws Rejection for a word nobody knows, with the one that was probably meant.
 */
export async function runCommand(commands: readonly Command[], call: Call, sent: string): Promise<Answer> {
  const said = await saidIn(call, sent)
  try {
    return await runSaid(commands, call, said)
  } catch (error) {
    throw error instanceof Rejection ? offering(error, said) : error
  }
}

async function runSaid(commands: readonly Command[], call: Call, said: Received): Promise<Answer> {
  const { word, rest } = readCommand(said.text, commands)
  const command = commands.find((one) => one.word === word)
  if (command) return command.run({ ...call, text: rest, said })
  for (const { otherwise } of commands) {
    const answer = await otherwise?.({ ...call, text: said.text, said })
    if (answer) return answer
  }
  throw unknown(commands, word, rest)
}

/** What a button runs names the same people as what was typed. */
function offering({ message, field, offers }: Rejection, said: Received): Rejection {
  const sent = offers.map((offer) => ({ ...offer, sent: offer.sent ?? sentAgain(offer.run, said) }))
  return new Rejection(message, { ...(field && { field }), offers: sent })
}

function unknown(commands: readonly Command[], word: string, rest: string): Rejection {
  const meant = suggest(word, commands.map((one) => one.word).filter(Boolean))
  const read = echoed(word)
  if (meant) {
    return new Rejection(`I do not know "${read}". Did you mean ${meant}?`, {
      offers: [{ label: meant, run: `${meant} ${rest}`.trim() }],
    })
  }
  return new Rejection(`I do not know "${read}".`, { offers: [{ label: 'What I know', run: 'help all' }] })
}

export function hearCommands(app: App, ctx: Ctx, commands: readonly Command[]) {
  app.command(/^\/(release|shipshape)$/, async ({ command, ack, respond }) => {
    const at = {
      workspace: command.team_id,
      person: command.user_id,
      channel: command.channel_id,
      door: 'command' as const,
      act: actOf(commands, command.text),
    }
    const answer = await answered(ctx, at, (call) => runCommand(commands, call, command.text))
    await replyToCommand(ctx, at, answer, { ack, respond, trigger: command.trigger_id })
  })
}

/** What is typed, by its name; words that are none of ours are people's own and must not become a name. */
function actOf(commands: readonly Command[], sent: string): string {
  const { word } = readCommand(received(sent).text, commands)
  return commands.some((one) => one.word === word) ? `command ${word}`.trim() : 'command other'
}
