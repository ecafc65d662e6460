import { z } from 'zod'
import type { OpenDatabase } from '../../src/db/database.ts'
import { releases } from '../../src/releases/tables.ts'
import { surfaces } from '../../src/surfaces/tables.ts'
import { ballots } from '../../src/votes/tables.ts'
import type { Workspace } from '../../test/workspace/workspace.ts'
import type { Channel, Message } from '../../test/workspace/world/shapes.ts'

/** By the key of a release. */
type ByKey = ReadonlyMap<string, readonly string[]>

export interface Found {
  readonly messages: ByKey
  readonly ballots: ByKey
  readonly reminders: ByKey
  readonly problems: readonly string[]
}

const mark = z.looseObject({ event_payload: z.object({ surface: z.string() }) })

/** What people see in the workspace, and what is on record of it. */
export async function foundIn({
  database: { db },
  slack: { world },
}: {
  readonly database: OpenDatabase
  readonly slack: Workspace
}): Promise<Found> {
  const keys = new Map((await db.select().from(releases)).map(({ id, key }) => [id, key]))
  const rows = new Map((await db.select().from(surfaces)).map((row) => [row.id, row]))
  const cast = await db.select().from(ballots)
  const handle = (id: string | null) => (id && world.people.get(id)?.handle) ?? ''
  const messages: [string, string][] = []
  const reminders: [string, string][] = []
  const problems: string[] = []
  const seen = new Set<string>()
  for (const { channel, message } of said(world.channels.values())) {
    const id = mark.safeParse(message.metadata).data?.event_payload.surface ?? ''
    const row = rows.get(id)
    if (!row) {
      problems.push(`nobody knows of "${message.text}" in ${channel.name}`)
      continue
    }
    if (row.ts !== message.ts) problems.push(`doubled, or not kept: "${message.text}" in ${channel.name}`)
    seen.add(id)
    const kind = row.person ? `${row.kind} @${handle(row.person)}` : row.kind
    if (row.release !== '') messages.push([keys.get(row.release) ?? '', kind])
    if (row.kind === 'morning')
      for (const release of told(row.params)) {
        reminders.push([keys.get(release) ?? '', `${handle(row.person)} on ${row.params.date}`])
      }
  }
  for (const row of rows.values())
    if (row.ts && !seen.has(row.id)) problems.push(`a ${row.kind} of ${keys.get(row.release)} is gone`)
  return {
    messages: grouped(messages),
    reminders: grouped(reminders),
    ballots: grouped(
      cast.map(({ release, role, says, person }) => [
        keys.get(release) ?? '',
        `${role ?? 'advice'} ${says} by ${handle(person)}`,
      ]),
    ),
    problems,
  }
}

const told = (params: unknown) => z.looseObject({ releases: z.array(z.string()) }).parse(params).releases

function said(channels: Iterable<Channel>): { channel: Channel; message: Message }[] {
  return [...channels].flatMap((channel) =>
    channel.messages
      .filter(({ byApp, subtype }) => byApp && !subtype?.startsWith('channel_') && subtype !== 'pinned_item')
      .map((message) => ({ channel, message })),
  )
}

const grouped = (all: readonly (readonly [string, string])[]): ByKey =>
  new Map([...Map.groupBy(all, ([key]) => key)].map(([key, some]) => [key, some.map(([, what]) => what)]))
