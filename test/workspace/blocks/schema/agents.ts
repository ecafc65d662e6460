import { z } from 'zod'
import { contextAction } from './elements.ts'
import { id, webUrl, word } from './objects.ts'
import { richText } from './rich-text.ts'

const base = { block_id: id.optional() }

/** Blocks that agents answer with. */
export const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  ...base,
  elements: z.array(contextAction).min(1).max(5),
})

export const taskCard = z.strictObject({
  type: z.literal('task_card'),
  ...base,
  task_id: word,
  title: word,
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(z.strictObject({ type: z.literal('url'), url: webUrl, text: word })).optional(),
})

export const plan = z.strictObject({
  type: z.literal('plan'),
  ...base,
  title: word,
  tasks: z.array(taskCard).optional(),
})
