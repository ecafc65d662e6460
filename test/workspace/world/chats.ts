import { dmWithApp } from './channels.ts'
import { post } from './messages.ts'
import { Refusal } from './refusal.ts'
import type { Member } from './shapes.ts'
import type { World } from './world.ts'

export function isAgent({ app }: World): boolean {
  const { assistant_view, agent_view } = app.manifest.features
  return assistant_view !== undefined || agent_view !== undefined
}

/** A person begins a conversation with the agent; the app is told, and may greet them. */
export function beginChat(world: World, person: Member): { channel: string; ts: string } {
  if (!isAgent(world) || person.team) throw new Refusal('not_displayed')
  const channel = dmWithApp(world, person)
  const { ts } = post(world, channel, {
    user: world.app.botUserId,
    byApp: true,
    text: 'New Assistant Thread',
    subtype: 'assistant_app_thread',
    untold: true,
  })
  channel.chats.set(ts, { title: '', lead: '', prompts: [] })
  const context = { team_id: world.team.id, enterprise_id: world.organisation?.id ?? null }
  const type = 'assistant_thread_started'
  const assistant_thread = { user_id: person.id, context, channel_id: channel.id, thread_ts: ts }
  world.tell({ declaredAs: type, body: { type, assistant_thread, event_ts: world.nextTs() } })
  return { channel: channel.id, ts }
}
