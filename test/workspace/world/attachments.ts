import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import { named } from '../blocks/controls.ts'

const words = z.string().optional().catch(undefined)
const field = z.object({
  title: z.string().catch(''),
  value: z.string().catch(''),
  short: z.boolean().catch(false),
})

const attachment = z.object({
  id: z.number().catch(0),
  color: words,
  pretext: words,
  author_name: words,
  title: words,
  title_link: words,
  text: words,
  fields: z.array(field).catch([]),
  footer: words,
  image_url: words,
  thumb_url: words,
  // They have passed validation with the message.
  blocks: z.custom<KnownBlock[]>(Array.isArray).catch([]),
  is_app_unfurl: z.boolean().catch(false),
})

export type Attachment = z.infer<typeof attachment>

/** What a message's attachments say, whatever else stands in them. */
export function attachmentsOf({ attachments }: { attachments: unknown[] }): Attachment[] {
  return attachments.map((one) => attachment.parse(one))
}

/** All that can be pressed on a message: its own blocks and those of its attachments. */
export function allBlocks(message: { blocks: KnownBlock[]; attachments: unknown[] }): KnownBlock[] {
  return [...message.blocks, ...attachmentsOf(message).flatMap(({ blocks }) => blocks)]
}

/** Slack numbers attachments and names what is unnamed in their blocks. */
export function numbered(attachments: unknown[]): unknown[] {
  return attachments.map((one, index) => {
    const { blocks } = attachment.parse(one)
    // `checkAttachments` has seen that each is an object.
    return { ...(one as object), id: index + 1, ...(blocks.length > 0 && { blocks: named(blocks) }) }
  })
}
