import { z } from 'zod'
import { Refusal } from '../world/refusal.ts'
import { inWords } from './faults.ts'
import { faultsIn } from './validate.ts'

const MOST = 100
const attachment = z.looseObject({ blocks: z.array(z.unknown()).optional() })

/** Attachments: whatever else they hold, their blocks obey the rules of blocks. */
export function checkAttachments(attachments: unknown): unknown[] {
  if (!Array.isArray(attachments)) throw new Refusal('invalid_attachments')
  if (attachments.length > MOST) throw new Refusal('too_many_attachments')
  const parsed = z.array(attachment).safeParse(attachments)
  if (!parsed.success) throw new Refusal('invalid_attachments')
  const messages = parsed.data
    .flatMap(({ blocks = [] }, index) => faultsIn(blocks, 'message', `/attachments/${index}/blocks`))
    .map(inWords)
  if (messages.length > 0) throw new Refusal('invalid_attachments', { response_metadata: { messages } })
  return attachments
}
