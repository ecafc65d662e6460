import { onlyWhoRunsIt } from '../people/permissions.ts'
import { theRelease } from '../releases/meant.ts'
import { said } from '../releases/receipts.ts'
import { defineAction } from '../slack/actions.ts'
import { md } from '../slack/blocks.ts'
import { acts, channelValue } from './contract.ts'
import { provisionJob } from './provision.ts'
import { forgetRefusals } from './store.ts'

/** After an admin allowed what Slack refused. */
export const tryAgainPressed = defineAction({
  id: acts.tryAgain,
  value: channelValue,
  run: async ({ ctx, actor, value }) => {
    const ref = { workspace: actor.workspace, id: value.release }
    const { release, facts } = await theRelease(ctx, ref, actor.person)
    onlyWhoRunsIt(release, facts, actor, 'tries it again')
    await forgetRefusals(ctx.db, ref)
    const payload = { workspace: ref.workspace, release: ref.id }
    await ctx.jobs.enqueue(ctx.db, [{ job: provisionJob.name, payload }])
    return said(md`Trying again. What Slack still refuses comes as a new message.`)
  },
})
