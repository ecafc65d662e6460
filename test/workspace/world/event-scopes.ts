/** The scopes of which one is needed to be sent an event; events that no bot of ours could use are left out. */
const BY_SCOPES: [scopes: string[], events: string[]][] = [
  [[], ['app_home_opened', 'app_uninstalled', 'channel_id_changed', 'function_executed', 'tokens_revoked']],
  [['app_mentions:read'], ['app_mention']],
  [['channels:history'], ['message.channels']],
  [['channels:read'], ['channel_archive', 'channel_created', 'channel_deleted', 'channel_left']],
  [['channels:read'], ['channel_rename', 'channel_unarchive']],
  [
    ['channels:read', 'groups:read'],
    ['member_joined_channel', 'member_left_channel'],
  ],
  [['files:read'], ['file_change', 'file_created', 'file_deleted', 'file_shared']],
  [['groups:history'], ['message.groups']],
  [['groups:read'], ['group_archive', 'group_deleted', 'group_left', 'group_rename', 'group_unarchive']],
  [['im:history'], ['message.im']],
  [['links:read'], ['link_shared']],
  [['mpim:history'], ['message.mpim']],
  [['pins:read'], ['pin_added', 'pin_removed']],
  [['reactions:read'], ['reaction_added', 'reaction_removed']],
  [['team:read'], ['email_domain_changed', 'team_domain_change', 'team_rename']],
  [['usergroups:read'], ['subteam_created', 'subteam_members_changed', 'subteam_updated']],
  [['users:read'], ['team_join', 'user_change']],
]

export const EVENT_SCOPES: Record<string, string[]> = Object.fromEntries(
  BY_SCOPES.flatMap(([scopes, events]) => events.map((event) => [event, scopes])),
)
