import type { Ctx } from '../ctx.ts'
import type { Post } from '../feature.ts'
import type { Mine } from '../home/mine.ts'
import { knownReleases } from '../home/store.ts'
import { defineJob } from '../jobs/job.ts'
import type { PersonId } from '../people/people.ts'
import { letGoBefore, wantPosts, wantRedrawn } from '../surfaces/store.ts'
import { dateIn, morningDate } from '../time/mornings.ts'
import { addWorkingDays } from '../time/wall.ts'
import { againPayload, morningPayload } from './contract.ts'
import { morningMessage } from './morning-message.ts'
import { type Morning, morningLists } from './mornings.ts'
import { isFirstLook, lookedAt, zonesOfPeople } from './store.ts'

const { kind } = morningMessage
const keptDays = 3

/** One look for everybody who lives in a zone, on its working mornings; the first replica to write it down says it. */
export const morningJob = defineJob({
  name: 'morning',
  payload: morningPayload,
  key: ({ zone, date }) => `morning:${zone}:${date}`,
  run: async (ctx, { workspace, ...morning }) => {
    const now = ctx.now()
    const lists = morningLists(ctx.features, await knownReleases(ctx, workspace), morning, now)
    const people = [...lists.keys()]
    await ctx.db.transaction(async (tx) => {
      if (!(await isFirstLook(tx, workspace, morning, now))) return
      await letGoBefore(
        tx,
        workspace,
        kind,
        dateIn(addWorkingDays(now, -keptDays, morning.zone), morning.zone),
      )
      await wantRedrawn(tx, workspace, kind, people)
      await wantPosts(
        tx,
        workspace,
        [...lists].map(([person, mine]) => postFor(person, mine, morning)),
      )
      if (people.length > 0) await ctx.jobs.enqueue(tx, [drawPosts(workspace)])
    })
  },
})

const drawPosts = (workspace: string) => ({ job: 'draw', payload: { workspace, release: '' } })

/** The key is the person's local date, so that somebody who travels has one a day as well. */
const postFor = (person: PersonId, mine: readonly Mine[], { zone, date }: Morning): Post => ({
  post: kind,
  key: `${date}:${person}`,
  person,
  params: { zone, date, releases: [...new Set(mine.map(({ release }) => release))] },
})

/** After a change: the mornings of those whose list it touched are drawn anew. */
export const againJob = defineJob({
  name: 'morning-again',
  payload: againPayload,
  run: async (ctx, { workspace, people }) =>
    ctx.db.transaction(async (tx) => {
      const touched = await wantRedrawn(tx, workspace, kind, people)
      if (touched) await ctx.jobs.enqueue(tx, [drawPosts(workspace)])
    }),
})

/** Looks in which zones a working morning has begun that nobody looked at yet. */
export async function tickMornings(ctx: Ctx): Promise<void> {
  const { workspace, db } = ctx
  const begun = begunMornings(await zonesOfPeople(db, workspace), ctx.now())
  const [earliest] = begun.map(({ date }) => date).sort()
  if (!earliest) return
  const looked = await lookedAt(db, workspace, earliest)
  const due = begun.filter((one) => !looked.some(({ zone, date }) => zone === one.zone && date === one.date))
  await ctx.jobs.enqueue(
    db,
    due.map((morning) => ({ job: morningJob.name, payload: { workspace, ...morning } })),
  )
}

const begunMornings = (zones: readonly string[], now: Date): Morning[] =>
  zones.flatMap((zone) => {
    const date = morningDate(now, zone)
    return date ? [{ zone, date }] : []
  })
