import { getMimeType } from 'hono/utils/mime'
import { troubleKey } from '../acts/surface.ts'
import { startingHere } from '../blocks/here.ts'
import type { ClientAttachment, ClientFile, ClientMessage } from '../protocol.ts'
import { type Attachment, attachmentsOf } from '../world/attachments.ts'
import type { Channel, Ephemeral, Member, Message } from '../world/shapes.ts'
import type { World } from '../world/world.ts'

/** A message as this person sees it. */
export function clientMessage(
  world: World,
  channel: Channel,
  message: Message | Ephemeral,
  me: Member,
): ClientMessage {
  const trouble = world.troubles.get(troubleKey(me, channel, message))
  return {
    ts: message.ts,
    user: message.user,
    text: message.text,
    blocks: startingHere(message.blocks, channel.id),
    attachments: attachmentsOf(message).map(clientAttachment),
    files: message.files.map((id) => clientFile(world, id)),
    ephemeral: 'to' in message,
    edited: message.edited !== undefined,
    broadcast: message.broadcast,
    reactions: message.reactions,
    ...(message.threadTs && { threadTs: message.threadTs }),
    ...(message.username && { username: message.username }),
    ...(message.icon && { icon: message.icon }),
    ...(message.subtype && { subtype: message.subtype }),
    ...(trouble && { trouble }),
  }
}

function clientAttachment(attachment: Attachment): ClientAttachment {
  const {
    author_name: author,
    title_link: titleLink,
    image_url: image,
    thumb_url: thumb,
    ...same
  } = attachment
  const { id, color, pretext, title, text, fields, footer, blocks } = same
  return { id, color, pretext, author, title, titleLink, text, fields, footer, image, thumb, blocks }
}

function clientFile(world: World, id: string): ClientFile {
  const file = world.files.get(id)
  if (file?.state !== 'complete')
    return { id, title: '', name: '', size: 0, isImage: false, alt: '', deleted: true }
  const { title, name, size, altText: alt } = file
  const isImage = getMimeType(name)?.startsWith('image/') ?? false
  return { id, title, name, size, isImage, alt, deleted: false }
}
