import { isDeepStrictEqual } from 'node:util'
import { type Control, optionsOf } from '../blocks/controls.ts'
import { currentState } from '../blocks/values.ts'
import type { Engine } from '../engine.ts'
import type { Act, ActResult, ElementValue, StateValues } from '../protocol.ts'
import { attachmentsOf } from '../world/attachments.ts'
import { Refusal } from '../world/refusal.ts'
import type { Member } from '../world/shapes.ts'
import { wireView } from '../world/views.ts'
import { wireMessage } from '../world/wire.ts'
import { envelope, wireChannelRef } from './payload.ts'
import { blocksOf, controlAt, note, type Surface, surfaceAt } from './surface.ts'

/** A person presses, picks or ticks something; the app hears `block_actions`. */
export async function press(
  engine: Engine,
  person: Member,
  act: Extract<Act, { type: 'press' }>,
): Promise<ActResult> {
  const surface = surfaceAt(engine, person, act.where)
  const control = controlAt(surface, act.blockId, act.actionId)
  // It starts a workflow of Slack's, and the app hears nothing.
  if (control.element.type === 'workflow_button') return { ok: true }
  const state = { ...act.state }
  if (act.value) {
    checkOffered(control, act.value)
    state[act.blockId] = { ...state[act.blockId], [act.actionId]: act.value }
  }
  const payload = {
    type: 'block_actions',
    ...envelope(engine.world, person),
    ...origin(engine, surface, state),
    ...inAttachment(surface, control),
    ...replies(engine, person, surface),
    actions: [actionOf(engine, control, act.value)],
  }
  const ack = await engine.courier.deliver({ type: 'interactive', name: 'block_actions', payload })
  note(engine, person, surface, ack.ok ? undefined : ack.error)
  return ack.ok ? { ok: true } : { ok: false, error: ack.error }
}

const FOR_DRAWING = ['focus_on_load', 'options', 'option_groups', 'positive_button', 'negative_button']

function actionOf(
  { world }: Engine,
  { blockId, actionId, element }: Control,
  value: ElementValue | undefined,
) {
  const shown = Object.fromEntries(Object.entries(element).filter(([key]) => !FOR_DRAWING.includes(key)))
  return {
    ...shown,
    ...value,
    type: element.type,
    block_id: blockId,
    action_id: actionId,
    action_ts: world.nextTs(),
  }
}

/** Where it was pressed, as `block_actions` and `block_suggestion` say it. */
export function origin({ world }: Engine, surface: Surface, touched: StateValues) {
  if (surface.kind === 'view') {
    const { open } = surface
    return { container: { type: 'view', view_id: open.id }, view: wireView(world, open, touched) }
  }
  const { channel, message, ephemeral } = surface
  const thread = message.threadTs ? { thread_ts: message.threadTs } : {}
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...thread,
    },
    channel: wireChannelRef(channel),
    ...(!ephemeral && { message: wireMessage(world, message) }),
    state: { values: currentState(blocksOf(surface), touched, channel.id) },
  }
}

/** A control of an attachment says so in its container. */
function inAttachment(surface: Surface, { blockId }: Control) {
  if (surface.kind === 'view') return {}
  const { channel, message, ephemeral } = surface
  const found = attachmentsOf(message).find(({ blocks }) => blocks.some((one) => one.block_id === blockId))
  if (!found) return {}
  const where = { message_ts: message.ts, channel_id: channel.id, is_ephemeral: ephemeral }
  const which = { attachment_id: found.id, is_app_unfurl: found.is_app_unfurl }
  return { container: { type: 'message_attachment', ...where, ...which } }
}

/** What lets the app answer: a trigger, and on messages a response URL. */
function replies({ triggers, responseUrls }: Engine, person: Member, surface: Surface) {
  if (surface.kind === 'view') {
    const { id: view, hash, here } = surface.open
    return { trigger_id: triggers.issue(person.id, { view, here }), hash }
  }
  const { channel, message, ephemeral } = surface
  const source = { ts: message.ts, ephemeral, ...(message.threadTs && { threadTs: message.threadTs }) }
  const response_url = responseUrls.issue('actions', {
    user: person.id,
    channel: channel.id,
    source,
    answers: [],
  })
  return { trigger_id: triggers.issue(person.id, { here: channel.id }), response_url }
}

/** An option that is not on offer cannot be picked. */
function checkOffered({ element }: Control, value: ElementValue): void {
  if (value.type !== element.type) throw new Refusal('not_displayed')
  const offered: unknown[] = optionsOf(element)
  if (offered.length === 0) return
  const picked = [value.selected_option ?? [], value.selected_options ?? []].flat()
  const all = picked.every((one) => offered.some((option) => isDeepStrictEqual(option, one)))
  if (!all) throw new Refusal('not_displayed')
}
