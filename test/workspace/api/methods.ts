import { chat } from './chat.ts'
import { connecting } from './connecting.ts'
import { conversationMembers } from './conversation-members.ts'
import { conversationOpening } from './conversation-opening.ts'
import { conversationReading } from './conversation-reading.ts'
import { conversations } from './conversations.ts'
import { marks } from './marks.ts'
import type { Method } from './method.ts'
import { usergroups } from './usergroups.ts'
import { users } from './users.ts'
import { views } from './views.ts'

/** Every method of the Web API that the workspace answers, by Slack's name. */
export const methods: Record<string, Method> = {
  ...connecting,
  ...chat,
  ...conversations,
  ...conversationOpening,
  ...conversationMembers,
  ...conversationReading,
  ...users,
  ...usergroups,
  ...marks,
  ...views,
}
