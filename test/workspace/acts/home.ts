import type { Engine } from '../engine.ts'
import type { Act, ActResult } from '../protocol.ts'
import { dmWithApp } from '../world/channels.ts'
import { beginChat } from '../world/chats.ts'
import { Refusal } from '../world/refusal.ts'
import type { Member } from '../world/shapes.ts'
import { wireView } from '../world/views.ts'

/** A person visits the app; the app is told on every visit. */
export function openHome(
  { world }: Engine,
  person: Member,
  { tab = 'home' }: Extract<Act, { type: 'home' }>,
): ActResult {
  if (person.team) throw new Refusal('not_displayed')
  if (tab === 'home' && !world.app.manifest.features.app_home.home_tab_enabled)
    throw new Refusal('not_enabled')
  const published = tab === 'home' && world.homes.get(person.id)
  const body = {
    type: 'app_home_opened',
    user: person.id,
    channel: dmWithApp(world, person).id,
    tab,
    event_ts: world.nextTs(),
    ...(published && { view: wireView(world, published) }),
  }
  world.tell({ declaredAs: 'app_home_opened', body })
  return { ok: true }
}

/** Begins a conversation with the agent. */
export function chat({ world }: Engine, person: Member): ActResult {
  return { ok: true, ...beginChat(world, person) }
}

/** Moves the clock by one of the jumps that the workspace was started with. */
export async function jump(
  engine: Engine,
  _: Member,
  act: Extract<Act, { type: 'jump' }>,
): Promise<ActResult> {
  const offered = engine.jumps.find((one) => one.id === act.id)
  if (!offered) throw new Refusal('not_displayed')
  await offered.jump()
  engine.world.changed()
  return { ok: true }
}
