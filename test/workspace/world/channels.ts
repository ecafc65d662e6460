import type { ChannelSeed } from '../options.ts'
import { freshId, idFromHandle } from './ids.ts'
import { byHandle, isOutsider } from './people.ts'
import { Refusal } from './refusal.ts'
import type { Channel, Member } from './shapes.ts'
import type { World } from './world.ts'

interface ChannelDraft {
  id: string
  name: string
  kind: Channel['kind']
  creator: string
}

export function seedChannels(world: World, seeds: ChannelSeed[]): void {
  for (const seed of seeds) {
    const kind = seed.private ? 'private' : 'public'
    const channel = addChannel(world, {
      id: idFromHandle('C', seed.name),
      name: seed.name,
      kind,
      creator: '',
    })
    channel.general = channel.name === 'general'
    for (const member of membersOf(world, seed.members ?? 'all')) channel.members.add(member.id)
  }
}

function membersOf(world: World, members: 'all' | string[]): Member[] {
  if (members !== 'all') return members.map((handle) => byHandle(world, handle))
  const isApp = (member: Member) => member.id === world.app.botUserId
  return [...world.people.values()].filter(
    (member) => (!member.isBot || isApp(member)) && !isOutsider(member),
  )
}

export function createChannel(world: World, name: string, isPrivate: boolean, creator: Member): Channel {
  checkName(world, name)
  const kind = isPrivate ? 'private' : 'public'
  const channel = addChannel(world, { id: freshId('C'), name, kind, creator: creator.id })
  channel.members.add(creator.id)
  if (kind === 'public') {
    const { id, created } = channel
    const body = {
      type: 'channel_created',
      channel: { id, name, created, creator: creator.id, is_channel: true },
    }
    world.tell({ declaredAs: 'channel_created', body })
  }
  world.changed()
  return channel
}

function addChannel(world: World, draft: ChannelDraft): Channel {
  const blank = { value: '', creator: '', last_set: 0 }
  const channel: Channel = {
    ...draft,
    created: world.seconds(),
    general: false,
    archived: false,
    open: true,
    topic: { ...blank },
    purpose: { ...blank },
    members: new Set(),
    messages: [],
    ephemerals: [],
    statuses: new Map(),
    chats: new Map(),
    pins: [],
    bookmarks: [],
    read: new Map(),
  }
  world.channels.set(channel.id, channel)
  return channel
}

/** Slack's rules for channel names; names of archived channels stay taken. */
export function checkName(world: World, name: string): void {
  if (name === '') throw new Refusal('invalid_name_required')
  if (name.length > 80) throw new Refusal('invalid_name_maxlength')
  if (/^[-_]+$/.test(name)) throw new Refusal('invalid_name_punctuation')
  if (!/^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name)) throw new Refusal('invalid_name_specials')
  if (findChannel(world, name) || isHandle(world, name)) throw new Refusal('name_taken')
}

function isHandle(world: World, name: string): boolean {
  const holders = [...world.people.values(), ...world.groups.values()]
  return holders.some((holder) => holder.handle === name)
}

export function findChannel(world: World, name: string): Channel | undefined {
  const wanted = name.replace(/^#/, '')
  return [...world.channels.values()].find((channel) => channel.kind !== 'dm' && channel.name === wanted)
}

/** The conversation of one person with the app, made when it is first needed. */
export function dmWithApp(world: World, person: Member): Channel {
  const id = `D${person.id.slice(1)}`
  const existing = world.channels.get(id)
  if (existing) return existing
  const dm = addChannel(world, { id, name: person.id, kind: 'dm', creator: person.id })
  dm.members.add(person.id).add(world.app.botUserId)
  return dm
}

/** The conversation of the app with several people; the same people have only one. */
export function groupWithApp(world: World, people: Member[]): Channel {
  const app = world.people.get(world.app.botUserId)
  const handles = [...people.map((one) => one.handle), ...(app ? [app.handle] : [])].sort()
  const name = `mpdm-${handles.join('--')}-1`
  const existing = findChannel(world, name)
  if (existing) return existing
  const id = idFromHandle('C', name)
  const group = addChannel(world, { id, name, kind: 'mpim', creator: world.app.botUserId })
  for (const { id } of people) group.members.add(id)
  group.members.add(world.app.botUserId)
  return group
}

/** Somebody of another workspace is in it. */
export function isShared(world: World, channel: Channel): boolean {
  return [...channel.members].some((id) => world.people.get(id)?.team !== undefined)
}

export function canSee(channel: Channel, person: Member): boolean {
  return channel.members.has(person.id) || (channel.kind === 'public' && !isOutsider(person))
}
