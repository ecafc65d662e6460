import { displayed } from '../../test/workspace/text/display.ts'
import type { Workspace } from '../../test/workspace/workspace.ts'
import { byHandle } from '../../test/workspace/world/people.ts'
import type { Channel, Ephemeral, Message } from '../../test/workspace/world/shapes.ts'

/** A message of the app as the play notices it. */
export interface Heard {
  /** `#releases`, `#releases (thread)`, `@rm` for a direct message, `only rm` for a private answer. */
  readonly where: string
  /** The notification as it came: line one as a sentence. */
  readonly text: string
  /** Handles of whom it notified. */
  readonly pings: readonly string[]
  readonly at: Date
}

/** A card whose line one reads differently now; it notified nobody. */
export type Edited = Pick<Heard, 'where' | 'text'>

/** Listens to what the app says anywhere in the workspace. Messages about joining and topics are Slack's own. */
export function audienceOf({ world }: Workspace) {
  const lines = new Map<string, Edited>()
  const fresh: Heard[] = []
  const changed = new Map<string, Edited>()
  const reader = { world, person: byHandle(world, 'rm') }
  const handle = (id: string) => world.people.get(id)?.handle ?? id

  function placeOf(channel: Channel, message: Message | Ephemeral): string {
    if ('to' in message) return `only ${handle(message.to)}`
    const others = [...channel.members].filter((id) => id !== world.app.botUserId)
    const place = channel.kind === 'dm' ? `@${others.map(handle).join()}` : `#${channel.name}`
    return `${place}${message.threadTs ? ' (thread)' : ''}`
  }

  function hear(channel: Channel, message: Message | Ephemeral) {
    if (!message.byApp || message.subtype?.startsWith('channel_')) return
    const key = `${channel.id}/${message.ts}`
    const told = { where: placeOf(channel, message), text: displayed(reader, message.text) }
    const before = lines.get(key)
    if (before?.text === told.text) return
    lines.set(key, told)
    if (before) changed.set(key, told)
    else fresh.push({ ...told, pings: message.pings.map(handle), at: new Date(Number(message.ts) * 1000) })
  }

  const listen = () => {
    for (const channel of world.channels.values())
      for (const message of [...channel.messages, ...channel.ephemerals]) hear(channel, message)
  }
  world.news.on('changed', listen)

  return {
    /** Everything that came since the last time it was asked, oldest first. */
    heard: (): readonly Heard[] => fresh.splice(0),
    /** Every card that reads differently since then. */
    edited(): readonly Edited[] {
      const now = [...changed.values()]
      changed.clear()
      return now
    },
    leave: () => {
      world.news.off('changed', listen)
    },
  }
}
