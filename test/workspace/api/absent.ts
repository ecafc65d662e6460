const lists = 'the workspace has no lists'
const persons = 'people give no tokens of their own'
const sharing = 'there is no other workspace to invite'

/** Methods that an app might expect and the workspace does not answer, each with the reason. */
export const absent: Record<string, string> = {
  'calls.add': 'nobody can call anybody here',
  'conversations.acceptSharedInvite': sharing,
  'conversations.inviteShared': sharing,
  'dialog.open': 'legacy: modals took its place',
  'dnd.setSnooze': persons,
  'entity.presentDetails': 'links have no details to open beside them',
  'files.remote.add': 'files are kept here or nowhere',
  'files.upload': 'Slack has switched it off',
  'oauth.v2.exchange': 'no app here has tokens from before rotation',
  'reminders.add': persons,
  'rtm.connect': 'legacy: Socket Mode took its place',
  'search.messages': persons,
  'slackLists.create': lists,
  'slackLists.items.create': lists,
  'slackLists.items.info': lists,
  'slackLists.items.list': lists,
  'slackLists.items.update': lists,
  'stars.add': persons,
  'users.identity': persons,
  'users.profile.set': persons,
}
