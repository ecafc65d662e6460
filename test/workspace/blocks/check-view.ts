import type { View } from '@slack/types'
import { z } from 'zod'
import { Refusal } from '../world/refusal.ts'
import { slackMessage, slackMessages } from './issues.ts'
import { plainText } from './schema/objects.ts'
import { troublesOf } from './validate.ts'

const LARGEST = 250_000
const common = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
}

const modal = z.strictObject({
  type: z.literal('modal'),
  ...common,
  title: plainText(24),
  submit: plainText(24).optional(),
  close: plainText(24).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
})

const home = z.strictObject({ type: z.literal('home'), ...common })

/** A view as Slack would take it for a modal or for the Home tab. */
export function checkView(given: unknown, type: 'modal' | 'home'): View {
  const parsed = (type === 'modal' ? modal : home).safeParse(given, { reportInput: true })
  if (!parsed.success) throw invalid(slackMessages(parsed.error.issues, '/view'))
  const { data } = parsed
  if (JSON.stringify(data).length > LARGEST) throw new Refusal('view_too_large')
  const troubles = [...troublesOf(data.blocks, type, '/view/blocks'), ...missingSubmit(data)]
  if (troubles.length > 0) throw invalid(troubles)
  // Its envelope and its blocks have both been parsed.
  return data as View
}

function missingSubmit(view: z.infer<typeof modal> | z.infer<typeof home>): string[] {
  const asks = view.blocks.some(
    (block) => z.looseObject({ type: z.literal('input') }).safeParse(block).success,
  )
  return asks && view.type === 'modal' && !view.submit
    ? [slackMessage('`submit` is required when an input block is within blocks', '/view')]
    : []
}

function invalid(messages: string[]): Refusal {
  return new Refusal('invalid_arguments', { response_metadata: { messages } })
}
