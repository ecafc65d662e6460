import { z } from 'zod'
import { Refusal } from '../world/refusal.ts'
import { faultsInView } from './check-view.ts'
import { type Fault, faultsOf } from './faults.ts'
import { faultsIn } from './validate.ts'

interface Given {
  blocks?: unknown
  view?: unknown
  message?: unknown
}

// The text of a message is not taken here.
const message = z.strictObject({
  blocks: z.array(z.unknown()).optional(),
  attachments: z.array(z.looseObject({ blocks: z.array(z.unknown()).optional() })).optional(),
})

/** What `blocks.validate` does: says nothing when Slack would take it, and refuses it with every fault named. */
export function judge({ blocks, view, message }: Given): void {
  if ([blocks, view, message].filter((one) => one !== undefined).length !== 1) {
    const messages = ['must provide exactly one of `blocks`, `view`, or `message`']
    throw new Refusal('invalid_arguments', { response_metadata: { messages } })
  }
  if (blocks !== undefined) refuse('invalid_blocks', faultsIn(blocks, 'any', ''))
  if (view !== undefined) refuse('invalid_view', faultsInView(view, 'any', ''))
  if (message !== undefined) refuse('invalid_message', faultsInMessage(message))
}

function refuse(word: string, errors: Fault[]): void {
  if (errors.length > 0) throw new Refusal(word, { errors })
}

function faultsInMessage(given: unknown): Fault[] {
  const parsed = message.safeParse(given, { reportInput: true })
  if (!parsed.success) return faultsOf(parsed.error.issues, '')
  const { blocks = [], attachments = [] } = parsed.data
  return [
    ...faultsIn(blocks, 'message', '/blocks'),
    ...attachments.flatMap((one, at) => faultsIn(one.blocks ?? [], 'message', `/attachments/${at}/blocks`)),
  ]
}
