import { builtIn } from '../acts/built-in.ts'
import { startingHere } from '../blocks/here.ts'
import type { Engine } from '../engine.ts'
import type { ClientChannel, ClientModal, ClientPerson, ClientState } from '../protocol.ts'
import { canSee, dmWithApp } from '../world/channels.ts'
import { isAgent } from '../world/chats.ts'
import type { Channel, Member, Message, OpenView } from '../world/shapes.ts'
import { stackOf } from '../world/views.ts'
import type { World } from '../world/world.ts'
import { clientMessage } from './message.ts'

/** Everything that one person can see, and nothing they cannot. */
export function clientState({ world, jumps }: Engine, me: Member): ClientState {
  dmWithApp(world, me)
  const { app } = world
  const { slash_commands, shortcuts } = app.manifest.features
  return {
    team: { id: world.team.id, name: world.team.name },
    me: clientPerson(me),
    people: [...world.people.values()].map(clientPerson),
    groups: [...world.groups.values()].map(({ id, handle, name }) => ({ id, handle, name })),
    channels: [...world.channels.values()]
      .filter((one) => canSee(one, me))
      .map((one) => clientChannel(world, one, me)),
    commands: builtIn,
    app: {
      id: app.id,
      name: app.name,
      botUserId: app.botUserId,
      isAgent: isAgent(world),
      commands: slash_commands.map(({ command, description, usage_hint }) => ({
        command,
        description,
        usageHint: usage_hint,
      })),
      shortcuts: shortcuts.map(({ name, type, callback_id }) => ({ name, type, callbackId: callback_id })),
    },
    home: homeOf(world, me),
    modals: stackOf(world, me.id).map(clientModal),
    now: world.now(),
    jumps: jumps.map(({ id, label }) => ({ id, label })),
  }
}

function clientPerson({ id, handle, name, title, zone, isBot, guest, deleted }: Member): ClientPerson {
  return { id, handle, name, title, zone, isBot, isGuest: guest, deleted }
}

function homeOf(world: World, me: Member): ClientState['home'] {
  const home = world.homes.get(me.id)
  return home ? { ...home.view, id: home.id } : null
}

function clientModal({ id, view, here, errors, trouble }: OpenView): ClientModal {
  const blocks = startingHere(view.blocks, here)
  return { view: { ...view, blocks, id }, errors, ...(trouble && { trouble }) }
}

function clientChannel(world: World, channel: Channel, me: Member): ClientChannel {
  const shown = [...channel.messages, ...channel.ephemerals.filter((one) => one.to === me.id)]
  const unread = unreadBy(channel, me)
  return {
    id: channel.id,
    name: channel.kind === 'dm' ? world.app.botUserId : channel.name,
    // The page draws a conversation of several people as a private channel.
    kind: channel.kind === 'mpim' ? 'private' : channel.kind,
    topic: channel.topic.value,
    archived: channel.archived,
    member: channel.members.has(me.id),
    unread: unread.length,
    mentions: unread.filter(({ pings }) => pings.includes(me.id)).length,
    bookmarks: channel.bookmarks.map(({ id, title, link, emoji }) => ({
      id,
      title,
      link,
      ...(emoji && { emoji }),
    })),
    pins: channel.pins.map((pin) => pin.ts),
    statuses: statusesNow(world, channel),
    chats: [...channel.chats].map(([threadTs, chat]) => ({ threadTs, ...chat })),
    canvases: canvasesFor(world, channel, me),
    messages: shown
      .toSorted((a, b) => (a.ts < b.ts ? -1 : 1))
      .map((one) => clientMessage(world, channel, one, me)),
  }
}

/** Slack takes a status away by itself after two minutes. */
function statusesNow(world: World, { statuses }: Channel): ClientChannel['statuses'] {
  const fresh = [...statuses].filter(([, { at }]) => world.now() - at < 120_000)
  return fresh.map(([threadTs, { words }]) => ({ threadTs, words }))
}

/** Those of the channel and, in the conversation with the app, those that this person may read. */
function canvasesFor(world: World, channel: Channel, me: Member): ClientChannel['canvases'] {
  const reader = channel.kind === 'dm' ? me.id : channel.id
  return [...world.canvases.values()]
    .filter((one) => one.channel === channel.id || one.access.has(reader))
    .map(({ id, title, sections }) => ({
      id,
      title: title || 'Untitled',
      markdown: sections.map(({ markdown }) => markdown).join('\n\n'),
    }))
}

/** A reply in a thread counts where it was also sent to the channel or calls this person. */
function unreadBy(channel: Channel, me: Member): Message[] {
  const lastRead = channel.read.get(me.id) ?? ''
  const isNews = ({ ts, user, subtype, threadTs, broadcast, pings }: Message) => {
    const inChannel = !threadTs || threadTs === ts || broadcast
    return (
      ts > lastRead &&
      user !== me.id &&
      !subtype?.startsWith('channel_') &&
      (inChannel || pings.includes(me.id))
    )
  }
  return channel.messages.filter(isNews)
}
