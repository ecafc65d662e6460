import { isShared } from './channels.ts'
import { SLACKBOT } from './people.ts'
import type { Channel, Group, Member, Message } from './shapes.ts'
import { wireFile } from './wire-files.ts'
import type { World } from './world.ts'

/** A message as Slack sends it, in events and in answers. */
export function wireMessage(world: World, message: Message, parent?: { replies: Message[] }) {
  return {
    type: 'message' as const,
    user: message.user,
    ts: message.ts,
    text: message.text,
    ...teamOf(world, message.user),
    ...(message.subtype && { subtype: message.subtype }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    ...(message.byApp && byApp(world, message)),
    ...(message.threadTs && { thread_ts: message.threadTs }),
    ...(message.edited && { edited: message.edited }),
    ...(message.metadata !== undefined && { metadata: message.metadata }),
    ...(message.files.length > 0 && shownFiles(world, message)),
    ...(message.reactions.length > 0 && { reactions: message.reactions.map(wireReaction) }),
    ...(parent && parent.replies.length > 0 && thread(message, parent.replies)),
    ...message.extra,
  }
}

function shownFiles(world: World, { files }: Message) {
  return { subtype: 'file_share', upload: false, files: files.map((id) => wireFile(world, id)) }
}

/** Whose workspace the author is of; in shared channels Slack says it three times. */
function teamOf({ people, team }: World, user: string) {
  const other = people.get(user)?.team
  return other ? { team: other, user_team: other, source_team: other } : { team: team.id }
}

function byApp({ app, team }: World, message: Message) {
  return {
    bot_id: app.botId,
    app_id: app.id,
    bot_profile: {
      id: app.botId,
      app_id: app.id,
      user_id: app.botUserId,
      name: app.name,
      icons: {},
      deleted: app.removed,
      updated: 0,
      team_id: team.id,
    },
    ...((message.username || message.icon) && disguise(app.name, message)),
  }
}

function disguise(appName: string, { username = appName, icon }: Message) {
  const icons = icon && (/^:.+:$/.test(icon) ? { emoji: icon } : { image_48: icon })
  return { subtype: 'bot_message', username, ...(icons && { icons }) }
}

function wireReaction({ name, users }: Message['reactions'][number]) {
  return { name, users, count: users.length }
}

function thread(parent: Message, replies: Message[]) {
  const users = [...new Set(replies.map((reply) => reply.user))]
  return {
    thread_ts: parent.ts,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)?.ts,
  }
}

export function wireChannel(world: World, channel: Channel) {
  if (channel.kind === 'dm') {
    return {
      id: channel.id,
      created: channel.created,
      is_im: true,
      is_archived: false,
      user: channel.name,
      is_open: channel.open,
    }
  }
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    created: channel.created,
    creator: channel.creator,
    is_channel: channel.kind !== 'mpim',
    is_group: false,
    is_im: false,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_archived: channel.archived,
    is_general: channel.general,
    is_shared: isShared(world, channel),
    is_ext_shared: isShared(world, channel),
    is_member: channel.members.has(world.app.botUserId),
    topic: channel.topic,
    purpose: channel.purpose,
    context_team_id: world.team.id,
  }
}

export function wireUser(world: World, member: Member, withEmail: boolean) {
  return {
    id: member.id,
    team_id: member.team ?? world.team.id,
    name: member.handle,
    real_name: member.name,
    deleted: member.deleted,
    // Slackbot says of itself that it is no bot.
    is_bot: member.isBot && member.id !== SLACKBOT,
    is_app_user: false,
    ...(member.team && { is_stranger: true }),
    updated: member.updated,
    profile: wireProfile(world, member, withEmail),
    ...(!member.deleted && {
      ...zoneOf(member.zone, world.now()),
      is_admin: member.admin,
      is_owner: false,
      is_primary_owner: false,
      is_restricted: member.guest,
      is_ultra_restricted: member.singleChannel,
    }),
  }
}

export function wireProfile(world: World, member: Member, withEmail: boolean) {
  return {
    real_name: member.name,
    display_name: member.handle,
    title: member.title,
    team: member.team ?? world.team.id,
    ...(withEmail && member.email && { email: member.email }),
    ...(member.id === world.app.botUserId && { bot_id: world.app.botId, api_app_id: world.app.id }),
  }
}

function zoneOf(zone: string, now: number) {
  const name = (timeZoneName: 'long' | 'longOffset') =>
    new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName })
      .formatToParts(now)
      .find((part) => part.type === 'timeZoneName')?.value ?? ''
  const [, sign = '+', hours = '0', minutes = '0'] = name('longOffset').match(/GMT([+-])(\d+):(\d+)/) ?? []
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1)
  return { tz: zone, tz_label: name('long'), tz_offset: offset }
}

export function wireGroup(world: World, group: Group, includes: { count: boolean; users: boolean }) {
  return {
    id: group.id,
    team_id: world.team.id,
    is_usergroup: true,
    name: group.name,
    handle: group.handle,
    description: group.description,
    is_external: false,
    date_create: 0,
    date_update: 0,
    date_delete: group.disabled ? world.seconds() : 0,
    ...(includes.count && { user_count: group.members.length }),
    ...(includes.users && { users: group.members }),
  }
}
