import type { Ctx } from '../ctx.ts'
import type { Transaction } from '../db/database.ts'
import type { Post } from '../feature.ts'
import { knownReleases } from '../home/store.ts'
import { defineJob } from '../jobs/job.ts'
import type { Actor, PersonId } from '../people/people.ts'
import { change } from '../releases/change.ts'
import type { Decide, Known } from '../releases/release.ts'
import { letGoBefore, wantPosts, wantRedrawn } from '../surfaces/store.ts'
import { dateIn, type Morning, morningDate } from '../time/mornings.ts'
import { addWorkingDays } from '../time/wall.ts'
import { dueToApproach } from './approaching.ts'
import { againPayload, morningPayload } from './contract.ts'
import { morningMessage } from './morning-message.ts'
import { type List, morningLists } from './mornings.ts'
import { isFirstLook, lookedAt, zonesOfPeople } from './store.ts'

const { kind } = morningMessage
const keptDays = 3

/** One look for everybody who lives in a zone, on its working mornings; the first replica to write it down says it. */
export const morningJob = defineJob({
  name: 'morning',
  payload: morningPayload,
  key: ({ zone, date }) => `morning:${zone}:${date}`,
  run: async (ctx, { workspace, ...morning }) => {
    if (isIn(await lookedAt(ctx.db, workspace, morning.date), morning)) return
    const now = ctx.now()
    const known = await withApproaches(ctx, await knownReleases(ctx, workspace), morning)
    const lists = morningLists(ctx.features, known, morning, now)
    await ctx.db.transaction(async (tx) => {
      if (await isFirstLook(tx, workspace, morning, now)) await say(ctx, tx, lists, morning)
    })
  },
})

/** Each on its own and before the morning is written down: after a crash between them it is known what it says. */
async function withApproaches(ctx: Ctx, known: readonly Known[], morning: Morning): Promise<Known[]> {
  const told: Known[] = []
  for (const one of known) {
    const isDue = dueToApproach(one.release, one.facts, morning).length > 0
    told.push(isDue ? await change(ctx, one.release, byClock(ctx), dueOn(morning)) : one)
  }
  return told
}

const byClock = ({ workspace }: Ctx): Actor => ({ workspace, person: null, door: 'timer' })

const dueOn =
  (morning: Morning): Decide =>
  (release, facts) =>
    dueToApproach(release, facts, morning)

async function say(ctx: Ctx, tx: Transaction, lists: ReadonlyMap<PersonId, List>, morning: Morning) {
  const { workspace, now } = ctx
  const { zone } = morning
  await letGoBefore(tx, workspace, kind, dateIn(addWorkingDays(now(), -keptDays, zone), zone))
  await wantRedrawn(tx, workspace, kind, [...lists.keys()])
  const posts = [...lists].map(([person, list]) => postFor(person, list, morning))
  await wantPosts(tx, workspace, posts)
  if (posts.length > 0) await ctx.jobs.enqueue(tx, [drawPosts(workspace)])
}

const drawPosts = (workspace: string) => ({ job: 'draw', payload: { workspace, release: '' } })

/** The key is the person's local date, so that somebody who travels has one a day as well. */
const postFor = (person: PersonId, { mine, approaching }: List, { zone, date }: Morning): Post => ({
  post: kind,
  key: `${date}:${person}`,
  person,
  params: {
    zone,
    date,
    releases: [...new Set([...mine.map((one) => one.release), ...approaching.map((one) => one.release.id)])],
  },
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
  const due = begun.filter((one) => !isIn(looked, one))
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

const isIn = (mornings: readonly Morning[], { zone, date }: Morning) =>
  mornings.some((one) => one.zone === zone && one.date === date)
