/**
 * What about Slack or its packages is often got wrong; for each a test of its name shows it.
 * By chapter: 1 deliveries, 2 surfaces, 3 Web API, 4 blocks, 5 manifest, 6 OAuth, 7 Bolt.
 */
export const facts: Record<number, string[]> = {
  1: [
    'Bolt answers 401 to what is stale or unsigned, 400 to a form with a charset, 200 to a probe',
    'a command that nobody takes up gets 404 from Bolt',
    'slash commands cannot be invoked in a thread and have no thread_ts',
    'a press on an ephemeral message comes without the message',
    'URL buttons still send a payload',
    'a global shortcut has no channel, no response_url and no text',
    'a mention comes as two events with one ts and two event_ids',
    'each payload goes to exactly one connection',
    'a socket client closes at once on any disconnect and comes back after its ping timeout',
    'in shared channels team_id may not be where the bot lives',
    'channel ids can change when shared',
    'a socket client that cannot reopen leaves an unhandled rejection',
    'team is null when the app is installed org-wide',
  ],
  2: [
    'a response_url is good for 5 uses in 30 minutes, and respond() throws after that without trying again',
    'a trigger_id lives 3 seconds and is good once',
    'views.update of a closed view is not_found',
  ],
  3: [
    'an empty next_cursor is the end, and a page may be short before it',
    'rate_limited with 200 is not tried again by the client',
    'histories are 1 a minute and 15 objects for apps sold outside the Marketplace',
    'the client has no time-out of its own',
    'a headers object that two clients share leaks the first one’s token',
    'Socket Mode changes the clientOptions it is given',
    'chat.update takes 4,000 characters, fewer than a post',
    'the name of an archived channel is taken',
    'a bot cannot unarchive what it archived',
    'conversations.leave where one is not has no error',
    'bookmarks name the channel by channel_id',
    'an unknown e-mail is users_not_found',
    'scheduled messages with metadata never post',
    'files are processed after the answer',
    'an upload’s alt text is alt_txt, and the SDK says alt_text',
  ],
  4: [
    'an empty text is invalid',
    'a rich text leaf is never parsed',
    'bare @here in mrkdwn pings after escaping, unless it is verbatim',
  ],
  5: [
    'what Slack’s schema lets pass is refused: scopes, events, commands, http',
    'functions of version 2 fail under a manifest of version 1',
  ],
  6: [
    'the state cookie is Secure',
    'authVersion v2 must be kept or tokens are not refreshed',
    'authorize is skipped when the app is uninstalled',
  ],
  7: [
    'without ids Bolt asks auth.test on every event',
    'a token that is refused in the constructor ends the process',
    'with an authorize that names no bot, the app hears itself',
    'events are acknowledged before a listener throws',
    'an unknown constraint attaches nothing',
    'message listeners also hear edits',
    'an error handler that swallows leaves 404 instead of 500',
    'an Assistant swallows every threaded direct message',
    'convoStore grows without bound',
  ],
}

/** What no test here can show, and why. */
export const notShown: Record<string, string> = {
  '5 the official schema refers to files on the web':
    'Slack publishes it in a repository only, in no package of the registry, and nothing of other repositories is kept here',
}
