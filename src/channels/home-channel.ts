import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import type { Transaction } from '../db/database.ts'
import { wantKind, wantPosts } from '../surfaces/store.ts'
import { awayBy, type Found, foundIn, isToLookFor, type Listed } from './home-away.ts'
import { awayNotice } from './home-channel-notice.ts'
import { homeNamed, homesAway, noteHome, noteLooked, whomHomeConcerns } from './home-channel-store.ts'

/** The id of a home channel by its name, such as `releases`, from what is kept of it; null while it is away. */
export async function homeChannel(ctx: Ctx, name: string): Promise<string | null> {
  const kept = await homeNamed(ctx.db, ctx.workspace, name)
  if (kept) return kept.away === null ? kept.channel : null
  const found = await lookFor(ctx, name)
  await note(ctx, name, found)
  return found.channel
}

/**
 * Slack refused a message in this channel. Unless the name leads elsewhere by now, everything for it waits.
 * @returns where else it leads.
 */
export async function homeRefused(
  ctx: Ctx,
  name: string,
  channel: string,
  word: string,
): Promise<string | null> {
  const found = await lookFor(ctx, name)
  const isSame = found.channel === channel
  await note(ctx, name, isSame ? { channel: null, away: awayBy(word) } : found)
  return isSame ? null : found.channel
}

/** Looks whether a home channel that was away is there again; then what waits is drawn. */
export async function lookForHomes(ctx: Ctx): Promise<void> {
  const now = ctx.now()
  const away = await homesAway(ctx.db, ctx.workspace)
  for (const { name } of away.filter((one) => isToLookFor(one, now))) {
    await note(ctx, name, await lookFor(ctx, name))
  }
}

/** Whoever first notes that one is away tells it, once per cause, and whoever notes that it is back settles that. */
async function note(ctx: Ctx, name: string, found: Found) {
  const { db, workspace } = ctx
  const at = ctx.now()
  const isNews = await db.transaction(async (tx) => {
    const changed = await noteHome(tx, workspace, name, found, at)
    await noteLooked(tx, workspace, name, at)
    if (!changed) return false
    await wantKind(tx, workspace, awayNotice.kind)
    if (found.away) await tell(ctx, tx, name, { away: found.away, since: at.toISOString() })
    await ctx.jobs.enqueue(tx, [{ job: 'draw', payload: { workspace, release: '' } }])
    return true
  })
  if (isNews && found.away)
    ctx.log.warn({ channel: name, away: found.away }, 'a home channel cannot be posted to')
}

async function tell(ctx: Ctx, tx: Transaction, name: string, cause: { away: string; since: string }) {
  const concerned = await whomHomeConcerns(tx, ctx.workspace, name, ctx.admins)
  const posts = concerned.map((person) => ({
    post: awayNotice.kind,
    key: `${cause.since}:${name}:${person}`,
    person,
    params: { name, ...cause },
  }))
  await wantPosts(tx, ctx.workspace, posts)
}

const page = z.looseObject({
  channels: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      is_archived: z.boolean().default(false),
      is_member: z.boolean().default(false),
    }),
  ),
})

async function lookFor(ctx: Ctx, name: string): Promise<Found> {
  const listed: Listed[] = []
  const types = 'public_channel,private_channel'
  for await (const answer of ctx.slack.web.paginate('conversations.list', { types, limit: 999 })) {
    const named = page.parse(answer).channels.filter((one) => one.name === name)
    listed.push(
      ...named.map((one) => ({ id: one.id, name, archived: one.is_archived, member: one.is_member })),
    )
    const found = foundIn(listed, name)
    if (found.channel) return found
  }
  return foundIn(listed, name)
}
