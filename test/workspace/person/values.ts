import { perform } from '../acts/act.ts'
import type { Where } from '../acts/surface.ts'
import { type Control, optionsOf } from '../blocks/controls.ts'
import { displayedText } from '../blocks/display.ts'
import type { Engine } from '../engine.ts'
import type { ElementValue } from '../protocol.ts'
import { findChannel } from '../world/channels.ts'
import { ownFile } from '../world/files.ts'
import { byHandle } from '../world/people.ts'
import type { Member } from '../world/shapes.ts'
import { wireFile } from '../world/wire-files.ts'
import type { World } from '../world/world.ts'

/** What a person enters: words, an option's label, `@handle`, `#channel`, `2026-12-01`, `16:00`, a file's name; null empties. */
export type Entry = string | string[] | null

export interface Filling {
  engine: Engine
  person: Member
  where: Where
  control: Control
}

/** An entry as Slack's client turns it into a value of that element. */
export async function entered(filling: Filling, entry: Entry): Promise<ElementValue> {
  const { element } = filling.control
  const { world } = filling.engine
  const { type } = element
  const [first = null] = entries(entry)
  const userId = (handle: string) => byHandle(world, handle).id
  const channelId = (name: string) => findChannel(world, name)?.id ?? fail(`there is no channel ${name}`)
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: first === null ? null : optionOf(filling, first) }
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: entries(entry).map((label) => optionOf(filling, label)) }
    case 'external_select':
      return { type, selected_option: first === null ? null : await lookedUp(filling, first) }
    case 'multi_external_select':
      return {
        type,
        selected_options: await Promise.all(entries(entry).map((label) => lookedUp(filling, label))),
      }
    case 'users_select':
      return { type, selected_user: first === null ? null : userId(first) }
    case 'multi_users_select':
      return { type, selected_users: entries(entry).map(userId) }
    case 'conversations_select':
      return { type, selected_conversation: first === null ? null : channelId(first) }
    case 'multi_conversations_select':
      return { type, selected_conversations: entries(entry).map(channelId) }
    case 'channels_select':
      return { type, selected_channel: first === null ? null : channelId(first) }
    case 'multi_channels_select':
      return { type, selected_channels: entries(entry).map(channelId) }
    case 'datepicker':
      return { type, selected_date: first }
    case 'timepicker':
      return { type, selected_time: first }
    case 'datetimepicker':
      return { type, selected_date_time: first === null ? null : Math.floor(Date.parse(first) / 1000) }
    case 'file_input':
      return { type, files: entries(entry).map((name) => uploaded(filling, name)) }
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: first === '' ? null : first }
    default:
      return fail(`a ${type} cannot be filled in here`)
  }
}

function entries(entry: Entry): string[] {
  return entry === null ? [] : [entry].flat()
}

/** A file of that name, in which its name stands. */
function uploaded({ engine, person }: Filling, name: string) {
  const { id } = ownFile(engine.world, engine.url(), person, name, Buffer.from(name))
  return wireFile(engine.world, id)
}

function optionOf({ engine, person, control }: Filling, label: string) {
  const reader = { world: engine.world, person }
  const options = optionsOf(control.element)
  const labels = options.map((option) => displayedText(reader, option.text))
  return (
    options[labels.indexOf(label)] ?? fail(`there is no option "${label}"; displayed: ${labels.join(', ')}`)
  )
}

async function lookedUp({ engine, person, where, control }: Filling, label: string) {
  const { blockId, actionId } = control
  const found = await perform(engine, person, { type: 'options', where, blockId, actionId, query: label })
  const options = (found.options ?? []).map(({ option }) => option)
  const labels = options.map(({ text }) => text.text)
  const option = options[labels.indexOf(label)] ?? (options.length === 1 ? options[0] : undefined)
  return option ?? fail(`looking up "${label}" offered: ${labels.join(', ') || found.error || 'nothing'}`)
}

/** What stands in a field, as a person reads it. */
export function displayedValue(world: World, { type: _, ...held }: ElementValue): string {
  const parts = Object.values(held).flat()
  return parts
    .map((part) => shownPart(world, part))
    .filter(Boolean)
    .join(', ')
}

function shownPart(world: World, part: unknown): string {
  if (part === null || part === undefined) return ''
  if (typeof part === 'object' && 'text' in part) return shownPart(world, part.text)
  if (typeof part === 'object' && 'title' in part) return String(part.title)
  const person = world.people.get(String(part))
  const channel = world.channels.get(String(part))
  return person ? `@${person.handle}` : channel ? `#${channel.name}` : String(part)
}

function fail(message: string): never {
  throw new Error(message)
}
