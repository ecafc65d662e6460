import { canSee, dmWithApp, findChannel } from '../world/channels.ts'
import type { Channel, Member } from '../world/shapes.ts'
import type { World } from '../world/world.ts'

/** `#releases`, or `@shipshape` for one's own conversation with the app. */
export type Place = `#${string}` | `@${string}`

export function placeFor(world: World, person: Member, place: Place): Channel {
  if (place.startsWith('@')) {
    if (world.people.get(world.app.botUserId)?.handle === place.slice(1)) return dmWithApp(world, person)
    throw new Error(`${person.handle} can write to the app here, not to ${place}`)
  }
  const channel = findChannel(world, place)
  if (channel && canSee(channel, person)) return channel
  const visible = [...world.channels.values()].filter((one) => one.kind !== 'dm' && canSee(one, person))
  throw new Error(`${person.handle} sees no ${place}, only ${visible.map((one) => `#${one.name}`).join(' ')}`)
}
