import { z } from 'zod'
import { faultsIn } from '../blocks/validate.ts'
import { linksIn } from '../world/links.ts'
import { change, findMessage } from '../world/messages.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel, Message } from '../world/shapes.ts'
import type { World } from '../world/world.ts'
import { json, text } from './arguments.ts'
import { method } from './method.ts'

const previews = z.record(z.string(), z.record(z.string(), z.unknown()))

interface Where {
  channel?: string | undefined
  ts?: string | undefined
  unfurl_id?: string | undefined
  source?: string | undefined
}

/** The message that is meant, by its place or by the id that the event gave. */
function meant(
  world: World,
  { channel, ts, unfurl_id, source }: Where,
): { channel: Channel; message: Message } {
  if (unfurl_id || source) return byId(world, unfurl_id, source)
  if (!channel) throw new Refusal('missing_channel')
  if (!ts) throw new Refusal('missing_ts')
  const place = world.channels.get(channel)
  if (!place) throw new Refusal('cannot_find_channel')
  const message = findMessage(place, ts)
  if (!message) throw new Refusal('cannot_find_message')
  return { channel: place, message }
}

function byId(world: World, id: string | undefined, source: string | undefined) {
  if (!id) throw new Refusal('missing_unfurl_id')
  if (!source) throw new Refusal('missing_source')
  if (!['composer', 'conversations_history'].includes(source)) throw new Refusal('invalid_source')
  const found = world.unfurls.get(id)
  if (!found) throw new Refusal('invalid_unfurl_id')
  return found
}

function parsed(given: unknown): z.infer<typeof previews> {
  if (given === undefined) throw new Refusal('missing_unfurls')
  const result = previews.safeParse(given)
  if (!result.success) throw new Refusal('invalid_unfurls_format')
  const wrong = Object.values(result.data).flatMap(({ blocks = [] }) => faultsIn(blocks, 'message'))
  if (wrong.length > 0) throw new Refusal('cannot_parse_attachment')
  return result.data
}

export const chatUnfurl = {
  'chat.unfurl': method({
    tier: 3,
    scopes: ['links:write'],
    args: {
      channel: text.optional(),
      ts: text.optional(),
      unfurl_id: text.optional(),
      source: text.optional(),
      unfurls: json.optional(),
    },
    partly: 'no links in the composer, nobody is asked to sign in (`user_auth_*`), no Work Objects',
    call({ world, args }) {
      const { channel, message } = meant(world, args)
      const unfurls = parsed(args.unfurls)
      const shared = linksIn(world, message).map(({ url }) => url)
      if (Object.keys(unfurls).some((url) => !shared.includes(url))) throw new Refusal('cannot_unfurl_url')
      const by = { is_app_unfurl: true, app_id: world.app.id, bot_id: world.app.botId }
      const added = Object.entries(unfurls).map(([url, preview]) => ({ ...preview, from_url: url, ...by }))
      change(world, channel, message, { attachments: [...message.attachments, ...added] })
      return {}
    },
  }),
}
