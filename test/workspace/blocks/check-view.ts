import type { View } from '@slack/types'
import { z } from 'zod'
import { Refusal } from '../world/refusal.ts'
import type { World } from '../world/world.ts'
import { type Fault, fault, faultsOf, inWords } from './faults.ts'
import { faultsInWorkspace } from './granted.ts'
import { plainText } from './schema/objects.ts'
import { faultsIn } from './validate.ts'

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
const envelopes = { modal, home, any: z.discriminatedUnion('type', [modal, home]) }
type Envelope = z.infer<(typeof envelopes)['any']>

/** A view as Slack would take it for a modal or for the Home tab. */
export function checkView(given: unknown, type: 'modal' | 'home', world?: World): View {
  refuse(faultsInView(given, type))
  if (world) refuse(faultsInWorkspace(world, given, '/view'))
  if (Buffer.byteLength(JSON.stringify(given)) > LARGEST) throw new Refusal('view_too_large')
  // Its envelope and its blocks have both been parsed.
  return given as View
}

function refuse(faults: Fault[]): void {
  if (faults.length === 0) return
  throw new Refusal('invalid_arguments', { response_metadata: { messages: faults.map(inWords) } })
}

/** What Slack would say against a view, for this surface or for whichever it names. */
export function faultsInView(given: unknown, type: keyof typeof envelopes, root = '/view'): Fault[] {
  const parsed = envelopes[type].safeParse(given, { reportInput: true })
  if (!parsed.success) return faultsOf(parsed.error.issues, root)
  const { data } = parsed
  return [...faultsIn(data.blocks, data.type, `${root}/blocks`), ...missingSubmit(data, root)]
}

function missingSubmit(view: Envelope, root: string): Fault[] {
  const asks = view.blocks.some(
    (block) => z.looseObject({ type: z.literal('input') }).safeParse(block).success,
  )
  return asks && view.type === 'modal' && !view.submit
    ? [fault('`submit` is required when an input block is within blocks', root)]
    : []
}
