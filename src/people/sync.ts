import type { Ctx } from '../ctx.ts'
import { afterDeadlock } from '../db/deadlocks.ts'
import { OverBudget } from '../slack/budget.ts'
import { retryAfter, slackWord } from '../slack/client.ts'
import { groupOf, groupsListed, personOf, usersListed } from './contract.ts'
import { keepAllGroups, keepPeople, keepSweep } from './directory-store.ts'
import { redrawInFlight } from './redraw.ts'
import type { Group } from './roles.ts'
import { keepRoles } from './roles-store.ts'

/**
 * Reads the whole directory from Slack, page by page, and fills the roles from it. What Slack's rate limit or a bad
 * moment of Slack's leaves over follows by the queue: a start need not fail for it. A refusal does end it.
 */
export async function syncDirectory(ctx: Ctx): Promise<void> {
  let cursor: string | null = ''
  try {
    while (cursor !== null) cursor = await syncPage(ctx, cursor)
  } catch (error) {
    if (slackWord(error) !== null) throw error
    if (!(error instanceof OverBudget) && retryAfter(error) === null)
      ctx.log.warn({ err: error }, 'the directory is read by the queue instead')
    await ctx.jobs.enqueue(ctx.db, [{ job: 'directory', payload: { workspace: ctx.workspace, cursor } }])
  }
}

/** Reads one page of people; after the last one the user groups. @returns where the next page begins, or null. */
export async function syncPage(ctx: Ctx, cursor: string): Promise<string | null> {
  const answer = usersListed.parse(await ctx.slack.web.users.list({ limit: 200, ...(cursor && { cursor }) }))
  await keepPeople(
    ctx.db,
    ctx.workspace,
    answer.members.flatMap((user) => personOf(user, ctx.workspace) ?? []),
  )
  const next = answer.response_metadata?.next_cursor
  if (next) return next
  await finish(ctx, await groupsInSlack(ctx))
  return null
}

async function finish(ctx: Ctx, groups: readonly Group[]) {
  const warnings = await afterDeadlock(() =>
    ctx.db.transaction(async (tx) => {
      await keepAllGroups(tx, ctx.workspace, groups)
      await keepSweep(tx, ctx.workspace, { at: ctx.now() })
      const unfilled = await keepRoles(tx, ctx.workspace)
      await redrawInFlight(ctx, tx)
      return unfilled
    }),
  )
  for (const warning of warnings) ctx.log.warn(warning)
}

/** Free plans have no user groups, and not everyone grants the scope; roles then name people. */
const withoutGroups = ['plan_upgrade_required', 'missing_scope']

async function groupsInSlack(ctx: Ctx): Promise<Group[]> {
  try {
    return groupsListed
      .parse(await ctx.slack.web.usergroups.list({ include_users: true }))
      .usergroups.map(groupOf)
  } catch (error) {
    if (!withoutGroups.includes(slackWord(error) ?? '')) throw error
    ctx.log.info({ word: slackWord(error) }, 'no user groups here')
    return []
  }
}
