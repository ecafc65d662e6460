import type { Engine } from '../engine.ts'
import { installed } from '../world/installation.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel, Member } from '../world/shapes.ts'
import type { World } from '../world/world.ts'

/** What every interaction says of where it comes from. */
export function envelope(world: World, person: Member) {
  const { app, team, organisation } = world
  return {
    token: app.verificationToken,
    team: organisation ? null : { id: team.id, domain: team.domain },
    ...installed(world),
    user: { id: person.id, username: person.handle, name: person.handle, team_id: person.team ?? team.id },
    api_app_id: app.id,
  }
}

/** Slack does not tell an app the names of private places. */
export function channelName(channel: Channel): string {
  return { public: channel.name, private: 'privategroup', mpim: channel.name, dm: 'directmessage' }[
    channel.kind
  ]
}

export function wireChannelRef(channel: Channel) {
  return { id: channel.id, name: channelName(channel) }
}

/** The channel that a person acts in; only members can. */
export function placeOf({ world }: Engine, person: Member, id: string): Channel {
  const channel = world.channels.get(id)
  if (!channel) throw new Refusal('channel_not_found')
  if (!channel.members.has(person.id)) throw new Refusal('not_in_channel')
  if (channel.archived) throw new Refusal('is_archived')
  return channel
}
