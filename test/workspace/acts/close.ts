import type { Engine } from '../engine.ts'
import type { Act, ActResult } from '../protocol.ts'
import type { Member, OpenView } from '../world/shapes.ts'
import { closeAllModals, closeModal, stackOf, wireView } from '../world/views.ts'
import { envelope } from './payload.ts'
import { topModal } from './submit.ts'

/** Cancel or Back closes one modal; the cross, or a view that clears on close, closes all of them. */
export async function close(
  engine: Engine,
  person: Member,
  act: Extract<Act, { type: 'close' }>,
): Promise<ActResult> {
  const { world } = engine
  const top = topModal(world, person, act.view)
  const [root = top] = stackOf(world, person.id)
  const all = act.all || ('clear_on_close' in top.view && top.view.clear_on_close === true)
  if (all) closeAllModals(world, person.id)
  else closeModal(world, top)
  await tellClosed(engine, person, all ? root : top, all)
  return { ok: true }
}

async function tellClosed(
  engine: Engine,
  person: Member,
  open: OpenView,
  is_cleared: boolean,
): Promise<void> {
  if (!('notify_on_close' in open.view && open.view.notify_on_close)) return
  const { world } = engine
  const payload = { type: 'view_closed', ...envelope(world, person), view: wireView(world, open), is_cleared }
  await engine.courier.deliver({ type: 'interactive', name: 'view_closed', payload })
}
