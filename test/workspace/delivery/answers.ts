import { z } from 'zod'
import { checkMessage } from '../blocks/check.ts'
import { change, type Draft, findMessage, post, remove, rewrite, whisper } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel } from '../world/shapes.ts'
import type { World } from '../world/world.ts'
import type { Interaction } from './response-urls.ts'

const answerSchema = z.looseObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.array(z.unknown()).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
})
type Answer = z.infer<typeof answerSchema>

/**
 * Puts what the app answered (in an ack or through a response URL) where the person who acted reads it.
 * `first` runs when the answer is good and for the whole channel.
 */
export function answer(world: World, interaction: Interaction, body: unknown, first = () => {}): void {
  const parsed = answerSchema.safeParse(typeof body === 'string' ? { text: body } : body)
  if (!parsed.success) throw new Refusal('invalid_payload')
  const channel = world.channels.get(interaction.channel)
  if (!channel) throw new Refusal('channel_not_found')
  const given = parsed.data
  if (given.delete_original) deleteOriginal(world, channel, interaction)
  const isForAll = given.response_type === 'in_channel'
  if (!given.text && !given.blocks && !given.attachments) {
    if (isForAll) first()
    if (given.delete_original || isForAll) return
    throw new Refusal('no_text')
  }
  const draft = drafted(world, given)
  if (isForAll) first()
  if (given.replace_original && interaction.source) replaceOriginal(world, channel, interaction, draft)
  else add(world, channel, interaction, given, draft)
}

function drafted(world: World, { text, blocks, attachments }: Answer): Draft {
  const checked = checkMessage({ text, blocks, attachments }, world)
  return { user: world.app.botUserId, byApp: true, ...checked }
}

function add(world: World, channel: Channel, interaction: Interaction, given: Answer, draft: Draft): void {
  const message =
    given.response_type === 'in_channel'
      ? post(world, channel, { ...draft, threadTs: given.thread_ts })
      : whisper(world, channel, interaction.user, draft)
  interaction.answers.push({ channel: channel.id, ts: message.ts })
  world.changed()
}

function replaceOriginal(world: World, channel: Channel, interaction: Interaction, draft: Draft): void {
  const original = originalOf(channel, interaction)
  if (!original) throw new Refusal('message_not_found')
  const changes = { text: draft.text, blocks: draft.blocks ?? [], attachments: draft.attachments ?? [] }
  if (interaction.source?.ephemeral) rewrite(world, original, changes)
  else change(world, channel, original, changes)
}

function deleteOriginal(world: World, channel: Channel, interaction: Interaction): void {
  const original = originalOf(channel, interaction)
  if (!original) return
  if (interaction.source?.ephemeral) {
    channel.ephemerals = channel.ephemerals.filter((one) => one !== original)
    world.changed()
  } else {
    remove(world, channel, original)
  }
}

function originalOf(channel: Channel, { source }: Interaction) {
  if (!source) return undefined
  return source.ephemeral
    ? channel.ephemerals.find((one) => one.ts === source.ts)
    : findMessage(channel, source.ts)
}
