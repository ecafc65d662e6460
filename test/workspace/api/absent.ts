const agents = 'the workspace has no place for agents'
const lists = 'the workspace has no lists'
const streams = 'messages come whole'

/** Methods that an app might expect and the workspace does not answer, each with the reason. */
export const absent: Record<string, string> = {
  'assistant.threads.setStatus': agents,
  'assistant.threads.setSuggestedPrompts': agents,
  'assistant.threads.setTitle': agents,
  'chat.appendStream': streams,
  'chat.startStream': streams,
  'chat.stopStream': streams,
  'oauth.v2.exchange': 'no app here has tokens from before rotation',
  'slackLists.create': lists,
  'slackLists.items.create': lists,
  'slackLists.items.info': lists,
  'slackLists.items.list': lists,
  'slackLists.items.update': lists,
}
