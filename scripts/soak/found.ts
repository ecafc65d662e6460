import { z } from 'zod'
import type { Channel, Message } from '../../test/workspace/world/shapes.ts'
import type { World } from '../../test/workspace/world/world.ts'
import type { Sort } from './expected.ts'
import type { OnRecord } from './record.ts'

/** One thing that belongs to a life: the key of its release, and what it is. */
export interface Thing {
  readonly key: string
  readonly what: string
}

export type Found = Readonly<Record<Sort, readonly Thing[]>>

/** What people see in the workspace, and the ballots on record. */
export function foundIn(world: World, record: OnRecord): Found {
  const handle = (id: string) => world.people.get(id)?.handle ?? id
  const keyOf = (release: string) => record.keys.get(release) ?? release
  const shown = saidIn(world).flatMap(({ message }) => record.surfaces.get(surfaceOf(message)) ?? [])
  return {
    messages: shown
      .filter(({ release }) => release !== '')
      .map(({ release, kind, person }) => ({
        key: keyOf(release),
        what: person ? `${kind} @${handle(person)}` : kind,
      })),
    reminders: shown
      .filter(({ kind }) => kind === 'morning')
      .flatMap(({ person, params }) => {
        const { date, releases } = morning.parse(params)
        return releases.map((one) => ({ key: keyOf(one), what: `${handle(person ?? '')} on ${date}` }))
      }),
    ballots: record.ballots.map(({ release, role, says, person }) => ({
      key: keyOf(release),
      what: `${role ?? 'advice'} ${says} by ${handle(person)}`,
    })),
    places: madeBy(world).flatMap(({ name, bookmarks, archived }) => {
      const key = name.replace('rel-', '').replace(/-(\d+)-(\d+)-(\d+)$/, '-$1.$2.$3')
      const furniture = ['channel', ...bookmarks.map(({ title }) => `bookmark ${title}`)]
      return [...furniture, archived ? 'archived' : 'left open'].map((what) => ({ key, what }))
    }),
  }
}

const morning = z.looseObject({ date: z.string(), releases: z.array(z.string()) })
const mark = z.looseObject({ event_payload: z.object({ surface: z.string() }) })

/** The row that a message says it shows. */
export const surfaceOf = ({ metadata }: Message) => mark.safeParse(metadata).data?.event_payload.surface ?? ''

const madeBy = ({ channels, app }: World) =>
  [...channels.values()].filter(({ kind, creator }) => kind === 'public' && creator === app.botUserId)

/** What the app said; Slack's own words about joining, topics and pins are not its. */
export function saidIn({ channels }: World): { readonly channel: Channel; readonly message: Message }[] {
  return [...channels.values()].flatMap((channel) =>
    channel.messages
      .filter(({ byApp, subtype }) => byApp && (!subtype || subtype === 'thread_broadcast'))
      .map((message) => ({ channel, message })),
  )
}
