import type { SlackEvent, Told } from '../slack/events.ts'
import { groupTold, membersTold, personOf, userTold } from './contract.ts'
import { changeMembers, dropGroup, keepGroup, keepPeople } from './directory-store.ts'
import { changingDirectory } from './redraw.ts'

/** What Slack tells between two sweeps; an event that was missed heals with the next one. */
export const directoryEvents: readonly SlackEvent[] = [
  { type: 'team_join', run: keepTold },
  { type: 'user_change', run: keepTold },
  { type: 'subteam_created', run: keepGroupTold },
  { type: 'subteam_updated', run: keepGroupTold },
  { type: 'subteam_members_changed', run: changeMembersTold },
]

async function keepTold({ ctx, event }: Told) {
  const person = personOf(userTold.parse(event).user, ctx.workspace)
  if (!person) return
  // Slack tells of every new status; only what the directory holds is worth looking at the roles again.
  await changingDirectory(ctx, (tx) => keepPeople(tx, ctx.workspace, [person]))
}

async function keepGroupTold({ ctx, event }: Told) {
  const { id, handle, users, date_delete } = groupTold.parse(event).subteam
  await changingDirectory(ctx, async (tx) => {
    if (date_delete > 0) await dropGroup(tx, ctx.workspace, id)
    else await keepGroup(tx, ctx.workspace, { id, handle, members: users })
    return true
  })
}

async function changeMembersTold({ ctx, event }: Told) {
  const { subteam_id: id, added_users: added, removed_users: removed } = membersTold.parse(event)
  await changingDirectory(ctx, async (tx) => {
    await changeMembers(tx, ctx.workspace, { id, added, removed })
    return true
  })
}
