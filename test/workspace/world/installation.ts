import type { World } from './world.ts'

/** Whether the app is in one workspace, or in all of the organisation around it. */
export function installed({ organisation }: World) {
  return { enterprise: organisation ?? null, is_enterprise_install: organisation !== undefined }
}

/** The same for whom an event is for. */
export function authorization(world: World) {
  const { organisation, team, app } = world
  return {
    enterprise_id: organisation?.id ?? null,
    team_id: team.id,
    user_id: app.botUserId,
    is_bot: true,
    is_enterprise_install: organisation !== undefined,
  }
}
