import { z } from 'zod'
import { isZone } from '../time/zone.ts'
import type { Person } from './people.ts'
import type { Group } from './roles.ts'

const flag = z.boolean().default(false)

/** A person as Slack tells of them, in `users.list` and in events. */
export const slackUser = z.object({
  id: z.string(),
  team_id: z.string().nullish(),
  name: z.string().default(''),
  real_name: z.string().nullish(),
  deleted: flag,
  is_bot: flag,
  is_workflow_bot: flag,
  is_admin: flag,
  is_owner: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  tz: z.string().nullish(),
  profile: z
    .object({ display_name: z.string(), real_name: z.string(), email: z.string() })
    .partial()
    .default({}),
  enterprise_user: z.object({ teams: z.array(z.string()).default([]) }).optional(),
})
export type SlackUser = z.output<typeof slackUser>

/** A user group, likewise. A large one comes without its members. */
export const slackGroup = z.object({
  id: z.string(),
  handle: z.string(),
  date_delete: z.number().default(0),
  users: z.array(z.string()).optional(),
})
export type SlackGroup = z.output<typeof slackGroup>

export const userTold = z.object({ user: slackUser })
export const groupTold = z.object({ subteam: slackGroup })
export const membersTold = z.object({
  subteam_id: z.string(),
  added_users: z.array(z.string()).default([]),
  removed_users: z.array(z.string()).default([]),
})

export const usersListed = z.object({
  members: z.array(slackUser),
  response_metadata: z.object({ next_cursor: z.string().default('') }).optional(),
})
export const groupsListed = z.object({ usergroups: z.array(slackGroup) })

/** Which page of people to read; the first without a cursor. */
export const directoryJobPayload = z.object({ workspace: z.string(), cursor: z.string().default('') })

/** Of which roles a notice tells that nobody fills them. */
export const unfilledParams = z.object({ roles: z.array(z.string()) })

const slackbot = 'USLACKBOT'

/** The directory's row for somebody; null for bots. Whoever belongs to another workspace counts as a guest. */
export function personOf(user: SlackUser, workspace: string): Person | null {
  if (user.is_bot || user.is_workflow_bot || user.id === slackbot) return null
  const { profile } = user
  const teams = [user.team_id ?? workspace, ...(user.enterprise_user?.teams ?? [])]
  return {
    id: user.id,
    name: profile.display_name || profile.real_name || user.real_name || user.name,
    email: profile.email?.toLowerCase() ?? null,
    zone: user.tz && isZone(user.tz) ? user.tz : 'UTC',
    guest: user.is_restricted || user.is_ultra_restricted || user.is_stranger || !teams.includes(workspace),
    deleted: user.deleted,
    admin: user.is_admin || user.is_owner,
  }
}

export const groupOf = ({ id, handle, users }: SlackGroup): Group => ({ id, handle, members: users ?? [] })
