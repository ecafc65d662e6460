import { afterDeadlock } from '../db/deadlocks.ts'
import { onlyWhoRunsIt } from '../people/permissions.ts'
import { theRelease } from '../releases/meant.ts'
import { said } from '../releases/receipts.ts'
import type { Decide } from '../releases/release.ts'
import { defineAction } from '../slack/actions.ts'
import { md } from '../slack/blocks.ts'
import type { SlackEvent, Told } from '../slack/events.ts'
import { reopened, shut } from './by-hand.ts'
import { acts, channelTold, channelValue, idTold } from './contract.ts'
import { keepMoved } from './moved-store.ts'
import { noteByHand } from './note-by-hand.ts'
import { provisionJob } from './provision.ts'
import { forgetRefusals, holderOf } from './store.ts'

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

/** What is done to channels by hand. Shipshape's own archiving and coming in are told too, and change nothing. */
export const channelEvents: readonly SlackEvent[] = [
  { type: 'channel_archive', run: (told) => noted(told, shut('archived')) },
  { type: 'group_archive', run: (told) => noted(told, shut('archived')) },
  { type: 'channel_left', run: (told) => noted(told, shut('not invited')) },
  { type: 'group_left', run: (told) => noted(told, shut('not invited')) },
  { type: 'channel_unarchive', run: (told) => noted(told, reopened) },
  { type: 'group_unarchive', run: (told) => noted(told, reopened) },
  {
    type: 'member_joined_channel',
    wanted: ({ user }, me) => user === me.botUser,
    run: (told) => noted(told, reopened),
  },
  { type: 'channel_id_changed', run: followId },
]

async function noted({ ctx, event }: Told, decide: Decide) {
  const ref = await holderOf(ctx.db, ctx.workspace, channelTold.parse(event).channel)
  if (ref) await noteByHand(ctx, ref, decide)
}

async function followId({ ctx, event }: Told) {
  const { workspace } = ctx
  const { old_channel_id: from, new_channel_id: to } = idTold.parse(event)
  await afterDeadlock(() =>
    ctx.db.transaction(async (tx) => {
      const owners = await keepMoved(tx, { workspace, from, to })
      const draws = owners.map((release) => ({ job: 'draw', payload: { workspace, release } }))
      await ctx.jobs.enqueue(tx, draws)
    }),
  )
}
