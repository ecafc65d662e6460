import type { Ctx } from '../ctx.ts'
import { letGoBefore, wantPosts } from '../surfaces/store.ts'
import { morningDate } from '../time/mornings.ts'
import { zoneOfChannel } from './digest.ts'
import { digestMessage } from './message.ts'
import { postedKeys, productsByChannel } from './store.ts'

const { kind } = digestMessage

/** On the working mornings of each channel its digest shall exist, once; whether it says anything is seen when it is drawn. */
export async function tickDigests(ctx: Ctx): Promise<void> {
  const { db, workspace } = ctx
  const due = await dueDigests(ctx)
  const posted = due.length > 0 ? await postedKeys(db, workspace, kind, due.map(keyOf)) : []
  const wanted = due.filter((one) => !posted.includes(keyOf(one)))
  const [first] = wanted.map(({ date }) => date).sort()
  if (!first) return
  await db.transaction(async (tx) => {
    await letGoBefore(tx, workspace, kind, first)
    await wantPosts(
      tx,
      workspace,
      wanted.map((params) => ({ post: kind, key: keyOf(params), params: { ...params } })),
    )
    await ctx.jobs.enqueue(tx, [{ job: 'draw', payload: { workspace, release: '' } }])
  })
}

interface Due {
  readonly channel: string
  readonly zone: string
  readonly date: string
}

const keyOf = ({ date, channel }: Due) => `${date}:${channel}`

async function dueDigests({ db, workspace, now }: Ctx): Promise<Due[]> {
  const byChannel = await productsByChannel(db, workspace)
  return [...byChannel].flatMap(([channel, products]) => {
    const zone = zoneOfChannel(products)
    const date = zone && morningDate(now(), zone)
    return date ? [{ channel, zone, date }] : []
  })
}
