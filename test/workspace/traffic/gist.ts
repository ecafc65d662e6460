import type { ApiCall, Delivery, Entry } from '../traffic.ts'
import type { World } from '../world/world.ts'
import { redacted } from './redact.ts'

const LONGEST_VALUE = 60
const LONGEST = 240

/** What an entry was about, in one line for people: names instead of ids, long things cut. */
export function gistOf(world: World, entry: Entry): string {
  const told = entry.kind === 'delivery' ? deliveryParts(entry) : Object.entries(argumentsOf(entry))
  const parts = told.filter(([, value]) => value !== undefined && value !== '')
  const line = parts.map(([key, value]) => `${key} ${short(world, value)}`).join(' · ')
  return cut(line, LONGEST)
}

function argumentsOf(entry: Exclude<Entry, Delivery>): Record<string, unknown> {
  const given = redacted(entry.kind === 'call' ? entry.args : entry.body)
  return typeof given === 'object' && given !== null ? { ...given } : { body: given }
}

function deliveryParts({ type, payload }: Delivery): [string, unknown][] {
  if (type === 'command') {
    return [
      ['text', payload.text],
      ['user', payload.user_id],
      ['channel', payload.channel_id],
    ]
  }
  const event = type === 'event' ? fieldsOf(payload.event) : payload
  const actions: unknown[] = Array.isArray(payload.actions) ? payload.actions : []
  return [
    ['subtype', event.subtype],
    ['action', fieldsOf(actions[0]).action_id ?? payload.action_id],
    ['callback', payload.callback_id ?? fieldsOf(payload.view).callback_id],
    ['search', payload.value],
    ['user', fieldsOf(event.user).id ?? event.user],
    ['channel', fieldsOf(event.channel).id ?? event.channel ?? fieldsOf(event.item).channel],
    ['reaction', event.reaction],
    ['text', event.text],
  ]
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function short(world: World, value: unknown): string {
  if (Array.isArray(value)) return `[${value.length}]`
  if (typeof value === 'object' && value !== null) return '{…}'
  const text = String(value).replaceAll(/\s+/g, ' ')
  return nameOf(world, text) ?? cut(text, LONGEST_VALUE)
}

function nameOf(world: World, id: string): string | undefined {
  const channel = world.channels.get(id)
  if (channel?.kind === 'dm') return `DM with ${world.people.get(channel.name)?.handle ?? channel.name}`
  return channel ? `#${channel.name}` : world.people.get(id)?.handle
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

/** What kind of token it was. */
export function callerOf({ tokens }: World, { token }: ApiCall): string {
  if (token === '') return 'no token'
  const known = tokens.get(token)
  if (known?.revoked) return 'revoked token'
  return known ? `${known.kind} token` : 'unknown token'
}
