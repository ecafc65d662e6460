import { createHash } from 'node:crypto'
import type { Ctx } from '../ctx.ts'
import { defineJob } from '../jobs/job.ts'
import { postponed, slackWord } from '../slack/client.ts'
import { homePayload } from './contract.ts'
import { waitingFor } from './mine.ts'
import { forgetHome, knownReleases, notePublished, publishedHome } from './store.ts'
import { drawHome } from './views.ts'

/** Publishes one person's Home when it looks different from the last time. Never for somebody who has not opened it. */
export const homeJob = defineJob({
  name: 'home',
  payload: homePayload,
  key: ({ person }) => `home:${person}`,
  run: async (ctx, { workspace, person }) => {
    const published = await publishedHome(ctx.db, workspace, person)
    if (!published) return
    const known = await knownReleases(ctx, workspace)
    const now = ctx.now()
    const view = drawHome(waitingFor(ctx.features, known, person, now), known, now)
    const fingerprint = createHash('sha256').update(JSON.stringify(view)).digest('base64url')
    if (fingerprint === published.fingerprint) return
    if (await publish(ctx, person, view)) await notePublished(ctx.db, workspace, person, fingerprint)
    else await forgetHome(ctx.db, workspace, person)
  },
})

/** @returns false when Slack refuses, such as for somebody who left. */
async function publish(ctx: Ctx, person: string, view: ReturnType<typeof drawHome>): Promise<boolean> {
  try {
    await ctx.slack.web.views.publish({ user_id: person, view })
    return true
  } catch (error) {
    const word = slackWord(error)
    if (word === null) throw postponed(error)
    ctx.log.warn({ person, slack: word }, 'no Home')
    return false
  }
}
