import { z } from 'zod'
import { option, optionGroup } from '../blocks/schema/objects.ts'
import type { Engine } from '../engine.ts'
import type { Act, ActResult, OfferedOption } from '../protocol.ts'
import { Refusal } from '../world/refusal.ts'
import type { Member } from '../world/shapes.ts'
import { envelope } from './payload.ts'
import { origin } from './press.ts'
import { controlAt, surfaceAt } from './surface.ts'

const answerSchema = z.union([
  z.object({ options: z.array(option).max(100) }),
  z.object({ option_groups: z.array(optionGroup).max(100) }),
])
const USUAL_MIN_QUERY = 3

/** A person types into a select whose options the app looks up. */
export async function options(
  engine: Engine,
  person: Member,
  act: Extract<Act, { type: 'options' }>,
): Promise<ActResult> {
  const surface = surfaceAt(engine, person, act.where)
  const { element } = controlAt(surface, act.blockId, act.actionId)
  if (element.type !== 'external_select' && element.type !== 'multi_external_select')
    throw new Refusal('not_displayed')
  if (act.query.length < (element.min_query_length ?? USUAL_MIN_QUERY)) return { ok: true, options: [] }
  const payload = {
    type: 'block_suggestion',
    ...envelope(engine.world, person),
    ...origin(engine, surface, {}),
    block_id: act.blockId,
    action_id: act.actionId,
    value: act.query,
  }
  const ack = await engine.courier.deliver({ type: 'options', name: 'block_suggestion', payload })
  if (!ack.ok) return { ok: false, error: ack.error }
  const answered = answerSchema.safeParse(ack.body)
  if (!answered.success) return { ok: false, error: 'invalid_options' }
  return { ok: true, options: offered(answered.data) }
}

function offered(answer: z.infer<typeof answerSchema>): OfferedOption[] {
  const all =
    'options' in answer
      ? answer.options.map((option) => ({ option }))
      : answer.option_groups.flatMap(({ label, options }) =>
          options.map((option) => ({ option, group: label.text })),
        )
  // It came as JSON, in which nothing is undefined.
  return all as OfferedOption[]
}
