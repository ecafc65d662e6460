import { z } from 'zod'
import { checkView } from '../blocks/check-view.ts'
import { known } from '../blocks/controls.ts'
import type { Engine } from '../engine.ts'
import type { Act, ActResult, StateValues } from '../protocol.ts'
import { Refusal } from '../world/refusal.ts'
import type { Member, OpenView } from '../world/shapes.ts'
import {
  closeAllModals,
  closeModal,
  pushModal,
  replaceView,
  stackOf,
  stateOf,
  wireView,
} from '../world/views.ts'
import type { World } from '../world/world.ts'
import { fieldErrors } from './fields.ts'
import { envelope } from './payload.ts'
import { note } from './surface.ts'

const responseAction = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
])

/** A person sends a form off; the client checks the fields first, then the app answers in its ack. */
export async function submit(
  engine: Engine,
  person: Member,
  act: Extract<Act, { type: 'submit' }>,
): Promise<ActResult> {
  const { world } = engine
  const open = topModal(world, person, act.view)
  const state = stateOf(open, act.state)
  open.errors = fieldErrors(open.view.blocks, state)
  if (Object.keys(open.errors).length > 0) {
    world.changed()
    return { ok: false, error: 'invalid_fields' }
  }
  const payload = {
    type: 'view_submission',
    ...envelope(world, person),
    trigger_id: engine.triggers.issue(person.id, { view: open.id, here: open.here }),
    view: wireView(world, open, act.state),
    response_urls: responseUrlsOf(engine, person, open, state),
  }
  const ack = await engine.courier.deliver({ type: 'interactive', name: 'view_submission', payload })
  const error = ack.ok ? follow(world, open, ack.body) : ack.error
  note(engine, person, { kind: 'view', open }, error)
  return error ? { ok: false, error } : { ok: true }
}

export function topModal(world: World, person: Member, id: string): OpenView {
  const top = stackOf(world, person.id).at(-1)
  if (!top || top.id !== id) throw new Refusal('not_displayed')
  return top
}

/** Does what the app asked for in its ack; answers a word when that made no sense. */
function follow(world: World, open: OpenView, body: unknown): string | undefined {
  if (body === null) {
    closeModal(world, open)
    return undefined
  }
  const parsed = responseAction.safeParse(body)
  if (!parsed.success) return 'invalid_response_action'
  try {
    return obey(world, open, parsed.data)
  } catch (error) {
    if (error instanceof Refusal) return error.word
    throw error
  }
}

function obey(world: World, open: OpenView, action: z.infer<typeof responseAction>): string | undefined {
  switch (action.response_action) {
    case 'errors': {
      const inputs = known(open.view.blocks).flatMap((block) =>
        block.type === 'input' ? [block.block_id] : [],
      )
      const onInputs = Object.keys(action.errors).every((id) => inputs.includes(id))
      if (!onInputs) return 'invalid_response_action'
      open.errors = action.errors
      break
    }
    case 'update':
      replaceView(world, open, checkView(action.view, 'modal', world))
      break
    case 'push':
      pushModal(world, open.user, checkView(action.view, 'modal', world))
      break
    case 'clear':
      closeAllModals(world, open.user)
  }
  return undefined
}

/** Only for conversation selects that ask for it, inside an input block. */
function responseUrlsOf(engine: Engine, person: Member, open: OpenView, state: StateValues) {
  return known(open.view.blocks).flatMap((block) => {
    if (block.type !== 'input' || !('response_url_enabled' in block.element)) return []
    const { block_id = '', element } = block
    const { action_id = '' } = element
    const value = state[block_id]?.[action_id]
    const channel_id = value?.selected_conversation ?? value?.selected_channel
    if (typeof channel_id !== 'string') return []
    const response_url = engine.responseUrls.issue('app', {
      user: person.id,
      channel: channel_id,
      answers: [],
    })
    return [{ block_id, action_id, channel_id, response_url }]
  })
}
