import type { GroupSeed, PersonSeed } from '../options.ts'
import { idFromHandle } from './ids.ts'
import type { Group, Member } from './shapes.ts'
import type { World } from './world.ts'

export const SLACKBOT = 'USLACKBOT'

/** Fills the workspace with its people, the app's bot user and Slackbot. */
export function seedPeople(world: World, seeds: PersonSeed[], groups: GroupSeed[]): void {
  for (const seed of seeds) addPerson(world, seed)
  addBot(world, world.app.botUserId, world.app.manifest.features.bot_user.display_name, world.app.name)
  addBot(world, SLACKBOT, 'slackbot', 'Slackbot')
  for (const seed of groups) addGroup(world, seed)
}

export function addGroup(world: World, { handle, name, members }: GroupSeed): Group {
  const id = idFromHandle('S', handle)
  const ids = members.map((one) => byHandle(world, one).id)
  const group: Group = { id, handle, name, description: '', disabled: false, members: ids }
  world.groups.set(id, group)
  return group
}

export function addPerson(world: World, seed: PersonSeed): Member {
  const id = seed.id ?? idFromHandle('U', seed.handle)
  const taken = world.people.get(id)
  if (taken) throw new Error(`${seed.handle} and ${taken.handle} would both be ${id}: give one of them an id`)
  const member: Member = {
    id,
    handle: seed.handle,
    name: seed.name,
    title: seed.title ?? '',
    zone: seed.zone,
    email: seed.email ?? `${seed.handle}@${world.team.domain}.example`,
    admin: seed.admin ?? false,
    guest: seed.guest ?? seed.singleChannel ?? false,
    singleChannel: seed.singleChannel ?? false,
    ...(seed.team && { team: seed.team }),
    isBot: false,
    deleted: false,
    updated: world.seconds(),
    away: false,
    quietHours: seed.quietHours === undefined ? { from: '22:00', to: '08:00' } : seed.quietHours,
  }
  world.people.set(id, member)
  return member
}

function addBot(world: World, id: string, handle: string, name: string): void {
  const bot = addPerson(world, { id, handle, name, zone: 'UTC' })
  bot.isBot = true
  bot.email = ''
}

/** Guests and people of other workspaces see only what they were brought into, and change nothing about it. */
export function isOutsider({ guest, team }: Member): boolean {
  return guest || team !== undefined
}

export function byHandle(world: World, handle: string): Member {
  const wanted = handle.replace(/^@/, '')
  const found = [...world.people.values()].find((member) => member.handle === wanted)
  if (!found) throw new Error(`nobody here is called @${wanted}`)
  return found
}

export function groupByHandle(world: World, handle: string): Group | undefined {
  return [...world.groups.values()].find((group) => group.handle === handle.replace(/^@/, ''))
}
