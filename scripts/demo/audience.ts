import type { Workspace } from '../../test/workspace/workspace.ts'

/** A message as the play notices it: where it came, whom it notified, its first line. */
export interface Heard {
  readonly where: string
  readonly text: string
  readonly pings: readonly string[]
  readonly inThread: boolean
  readonly at: Date
}

/** What the app says anywhere in the workspace, each message once. Messages about joining and topics are Slack's own. */
export function audienceOf({ world }: Workspace) {
  const heard = new Set<string>()
  const handle = (id: string) => world.people.get(id)?.handle ?? id
  const nameOf = (channel: { name: string; kind: string; members: Set<string> }) =>
    channel.kind === 'dm'
      ? `@${[...channel.members].map(handle).find((name) => name !== 'shipshape')}`
      : `#${channel.name}`

  return {
    /** Everything that came since the last time it was asked, oldest first. */
    news(): Heard[] {
      const fresh: (Heard & { ts: string })[] = []
      for (const channel of world.channels.values()) {
        for (const message of channel.messages) {
          const key = `${channel.id}/${message.ts}`
          if (heard.has(key) || !message.byApp || message.subtype?.startsWith('channel_')) continue
          heard.add(key)
          fresh.push({
            ts: message.ts,
            where: nameOf(channel),
            text: message.text,
            pings: message.pings.map(handle),
            inThread: message.threadTs !== undefined,
            at: new Date(Number(message.ts) * 1000),
          })
        }
      }
      return fresh.sort((a, b) => (a.ts < b.ts ? -1 : 1))
    },
  }
}
