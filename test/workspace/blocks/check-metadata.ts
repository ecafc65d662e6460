import { z } from 'zod'
import { Refusal } from '../world/refusal.ts'

/** Slack names no figure for `metadata_too_large`; ours is well below where anybody met it. */
const MOST_BYTES = 8000

const event = { event_type: z.string().min(1).max(255), event_payload: z.record(z.string(), z.unknown()) }
const entities = z.array(z.looseObject({ entity_type: z.string(), url: z.string() })).min(1)
const metadata = z.union([
  z.strictObject({ ...event, entities: entities.optional() }),
  z.strictObject({ entities }),
])

/** What an app hangs on a message for itself. */
export function checkMetadata(given: unknown): unknown {
  if (given === undefined) return given
  if (!metadata.safeParse(given).success) throw new Refusal('invalid_metadata_format')
  if (Buffer.byteLength(JSON.stringify(given)) > MOST_BYTES) throw new Refusal('metadata_too_large')
  return given
}
