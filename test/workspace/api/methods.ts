import { apps } from './apps.ts'
import { assistant } from './assistant.ts'
import { availability } from './availability.ts'
import { bookmarks } from './bookmarks.ts'
import { canvases } from './canvases.ts'
import { chat } from './chat.ts'
import { chatScheduling } from './chat-scheduling.ts'
import { chatStreaming } from './chat-streaming.ts'
import { chatUnfurl } from './chat-unfurl.ts'
import { connecting } from './connecting.ts'
import { conversationMembers } from './conversation-members.ts'
import { conversationOpening } from './conversation-opening.ts'
import { conversationReading } from './conversation-reading.ts'
import { conversations } from './conversations.ts'
import { files } from './files.ts'
import { functions } from './functions.ts'
import type { Method } from './method.ts'
import { oauth } from './oauth.ts'
import { pins } from './pins.ts'
import { reactions } from './reactions.ts'
import { team } from './team.ts'
import { usergroups } from './usergroups.ts'
import { usergroupsChanging } from './usergroups-changing.ts'
import { users } from './users.ts'
import { views } from './views.ts'

/** Every method of the Web API that the workspace answers, by Slack's name. */
export const methods: Record<string, Method> = {
  ...connecting,
  ...apps,
  ...oauth,
  ...team,
  ...chat,
  ...chatScheduling,
  ...chatStreaming,
  ...chatUnfurl,
  ...assistant,
  ...conversations,
  ...conversationOpening,
  ...conversationMembers,
  ...conversationReading,
  ...users,
  ...availability,
  ...usergroups,
  ...usergroupsChanging,
  ...pins,
  ...bookmarks,
  ...reactions,
  ...files,
  ...canvases,
  ...functions,
  ...views,
}
