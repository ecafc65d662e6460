import { z } from 'zod'
import { displayed } from '../../test/workspace/text/display.ts'
import type { Delivery } from '../../test/workspace/traffic.ts'
import type { Workspace } from '../../test/workspace/workspace.ts'
import { byHandle } from '../../test/workspace/world/people.ts'

const plain = z.object({ text: z.string() })
const pressed = z.object({
  user: z.object({ name: z.string() }),
  actions: z.tuple([
    z.looseObject({ text: plain.optional(), selected_option: z.looseObject({ text: plain }).nullish() }),
  ]),
})
const sent = z.object({ user: z.object({ name: z.string() }), view: z.looseObject({ title: plain }) })
const typed = z.object({ user_name: z.string(), command: z.string(), text: z.string() })
const written = z.looseObject({
  event: z.looseObject({
    type: z.literal('message'),
    user: z.string(),
    text: z.string(),
    subtype: z.undefined().optional(),
    bot_id: z.undefined().optional(),
  }),
})

/** What people did, as it went to the app: a line for each act, oldest first, each once. */
export function doingsOf({ world, traffic }: Workspace) {
  let told = 0
  const reader = { world, person: byHandle(world, 'rm') }
  const readers: readonly ((payload: unknown) => string | undefined)[] = [
    (payload) => {
      const { data } = typed.safeParse(payload)
      return data && `${data.user_name}: ${displayed(reader, `${data.command} ${data.text}`)}`
    },
    (payload) => {
      const { data } = pressed.safeParse(payload)
      const [action] = data?.actions ?? []
      const label = action?.selected_option?.text.text ?? action?.text?.text
      return data && label && `${data.user.name} presses [${label}]`
    },
    (payload) => {
      const { data } = sent.safeParse(payload)
      return data && `${data.user.name} sends "${data.view.title.text}"`
    },
    (payload) => {
      const { data } = written.safeParse(payload)
      const by = data && world.people.get(data.event.user)
      return by && !by.isBot ? `${by.handle} replies: ${displayed(reader, data.event.text)}` : undefined
    },
  ]
  const lineOf = ({ payload }: Delivery) => readers.map((read) => read(payload)).find((line) => line)

  return {
    news(): string[] {
      const all = traffic.deliveries()
      const fresh = all.slice(told).filter(({ attempt }) => attempt === 0)
      told = all.length
      return fresh.flatMap((delivery) => lineOf(delivery) ?? [])
    },
  }
}
