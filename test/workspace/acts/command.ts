import { answer } from '../delivery/answers.ts'
import type { Interaction, MessageRef } from '../delivery/response-urls.ts'
import type { Engine } from '../engine.ts'
import type { Act, ActResult } from '../protocol.ts'
import { composed } from '../text/compose.ts'
import { encode } from '../text/tokens.ts'
import { post, whisper } from '../world/messages.ts'
import { SLACKBOT } from '../world/people.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel, Member } from '../world/shapes.ts'
import { channelName, placeOf } from './payload.ts'

/** The messages that came back, in the order they came; later answers are added to it. */
export type CommandResult = ActResult & { answers: MessageRef[] }

export async function command(
  engine: Engine,
  person: Member,
  act: Extract<Act, { type: 'command' }>,
): Promise<CommandResult> {
  const channel = placeOf(engine, person, act.channel)
  const [, name = '', typed = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(act.text.trim()) ?? []
  const interaction: Interaction = { user: person.id, channel: channel.id, answers: [] }
  const declared = engine.world.app.manifest.features.slash_commands.find((one) => one.command === name)
  // In shared channels only the app's own workspace has its commands.
  if (!declared || engine.world.app.removed || person.team) {
    slackbotSays(engine, channel, interaction, `${name} is not a valid command.`)
    return { ok: false, error: 'invalid_command', answers: interaction.answers }
  }
  const text = declared.should_escape ? composed(engine.world, typed) : typed
  const payload = commandPayload(engine, person, channel, interaction, { name, text })
  const ack = await engine.courier.deliver({ type: 'command', name, payload })
  const error = ack.ok ? show(engine, channel, interaction, ack.body, act.text) : ack.error
  if (error) slackbotSays(engine, channel, interaction, `${name} failed with the error "${error}"`)
  return { ok: !error, answers: interaction.answers, ...(error && { error }) }
}

function commandPayload(
  { world, triggers, responseUrls }: Engine,
  person: Member,
  channel: Channel,
  interaction: Interaction,
  typed: { name: string; text: string },
) {
  const { organisation } = world
  return {
    token: world.app.verificationToken,
    team_id: world.team.id,
    team_domain: world.team.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: person.id,
    user_name: person.handle,
    command: typed.name,
    text: typed.text,
    api_app_id: world.app.id,
    ...(organisation && { enterprise_id: organisation.id, enterprise_name: organisation.name }),
    is_enterprise_install: String(organisation !== undefined),
    response_url: responseUrls.issue('commands', interaction),
    trigger_id: triggers.issue(person.id, { here: channel.id }),
  }
}

/** Shows what came in the ack; when it is for the channel, so is the command itself. */
function show(engine: Engine, channel: Channel, interaction: Interaction, body: unknown, typed: string) {
  if (body === null) return undefined
  try {
    const { user } = interaction
    answer(engine.world, interaction, body, () =>
      post(engine.world, channel, { user, text: encode(typed), untold: true }),
    )
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.word
    throw error
  }
}

function slackbotSays({ world }: Engine, channel: Channel, interaction: Interaction, text: string): void {
  const { ts } = whisper(world, channel, interaction.user, { user: SLACKBOT, text: encode(text) })
  interaction.answers.push({ channel: channel.id, ts })
}
