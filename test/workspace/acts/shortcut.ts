import type { Engine } from '../engine.ts'
import type { Act, ActResult } from '../protocol.ts'
import { Refusal } from '../world/refusal.ts'
import type { Member } from '../world/shapes.ts'
import { wireMessage } from '../world/wire.ts'
import { envelope, wireChannelRef } from './payload.ts'
import { note, type Surface, surfaceAt } from './surface.ts'

/** A person picks one of the app's shortcuts, from the lightning menu or from a message's own. */
export async function shortcut(
  engine: Engine,
  person: Member,
  act: Extract<Act, { type: 'shortcut' }>,
): Promise<ActResult> {
  const { world, triggers } = engine
  if (person.team || world.app.removed) throw new Refusal('not_displayed')
  const type = act.message ? 'message' : 'global'
  const offered = world.app.manifest.features.shortcuts
  if (!offered.some((one) => one.callback_id === act.callbackId && one.type === type))
    throw new Refusal('not_displayed')
  const surface = act.message && surfaceAt(engine, person, act.message)
  const name = surface ? 'message_action' : 'shortcut'
  const payload = {
    type: name,
    ...envelope(world, person),
    action_ts: world.nextTs(),
    callback_id: act.callbackId,
    trigger_id: triggers.issue(person.id, { here: act.message?.channel }),
    ...(surface && onMessage(engine, person, surface)),
  }
  const ack = await engine.courier.deliver({ type: 'interactive', name, payload })
  if (surface) note(engine, person, surface, ack.ok ? undefined : ack.error)
  return ack.ok ? { ok: true } : { ok: false, error: ack.error }
}

function onMessage({ world, responseUrls }: Engine, person: Member, surface: Surface) {
  if (surface.kind === 'view' || surface.ephemeral) throw new Refusal('not_displayed')
  const { channel, message } = surface
  const source = { ts: message.ts, ephemeral: false }
  return {
    channel: wireChannelRef(channel),
    message_ts: message.ts,
    message: wireMessage(world, message),
    response_url: responseUrls.issue('app', { user: person.id, channel: channel.id, source, answers: [] }),
  }
}
