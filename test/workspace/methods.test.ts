import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { absent } from './api/absent.ts'
import { methods } from './api/methods.ts'
import { coverage } from './api/table.ts'
import { sharedWorkspace } from './small/start.ts'

const PAGE = new URL('../../docs/workspace-methods.md', import.meta.url).pathname
const slack = await sharedWorkspace()

/** Every method that an app like the one this workspace was made for may want to call. */
const REFERENCE = `
  api.test auth.revoke auth.teams.list auth.test apps.connections.open apps.event.authorizations.list
  apps.uninstall assistant.threads.setStatus assistant.threads.setSuggestedPrompts
  assistant.threads.setTitle blocks.validate bookmarks.add bookmarks.edit bookmarks.list bookmarks.remove
  bots.info calls.add canvases.access.set canvases.create canvases.delete canvases.edit
  canvases.sections.lookup chat.appendStream chat.delete chat.deleteScheduledMessage chat.getPermalink
  chat.meMessage chat.postEphemeral chat.postMessage chat.scheduleMessage chat.scheduledMessages.list
  chat.startStream chat.stopStream chat.unfurl chat.update conversations.acceptSharedInvite
  conversations.archive conversations.canvases.create conversations.close conversations.create
  conversations.history conversations.info conversations.invite conversations.inviteShared
  conversations.join conversations.kick conversations.leave conversations.list conversations.mark
  conversations.members conversations.open conversations.rename conversations.replies
  conversations.setPurpose conversations.setTopic conversations.unarchive dialog.open dnd.info
  dnd.setSnooze dnd.teamInfo emoji.list entity.presentDetails files.completeUploadExternal files.delete
  files.getUploadURLExternal files.info files.list files.remote.add files.upload functions.completeError
  functions.completeSuccess oauth.v2.access oauth.v2.exchange pins.add pins.list pins.remove reactions.add
  reactions.get reactions.list reactions.remove reminders.add rtm.connect search.messages
  slackLists.create slackLists.items.create slackLists.items.info slackLists.items.list
  slackLists.items.update stars.add team.billing.info team.info team.profile.get usergroups.create
  usergroups.disable usergroups.enable usergroups.list usergroups.update usergroups.users.list
  usergroups.users.update users.conversations users.getPresence users.identity users.info users.list
  users.lookupByEmail users.profile.get users.profile.set users.setPresence views.open views.publish
  views.push views.update
`
  .trim()
  .split(/\s+/)

async function call(method: string, token = slack.botToken): Promise<{ error?: string }> {
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(slack.apiUrl + method, { method: 'POST', headers })
  // Only the workspace answers here.
  return (await response.json()) as { error?: string }
}

describe('the table of methods', () => {
  test('is what the methods say of themselves', async () => {
    await expect(coverage()).toMatchFileSnapshot(PAGE)
  })

  test('names every method of the reference, once', async () => {
    const rows = (await readFile(PAGE, 'utf8')).matchAll(/^\| `([^`]+)` \| (supported|partly|not) /gm)
    expect([...rows].map(([, name]) => name).sort()).toEqual(REFERENCE.toSorted())
  })

  test('is true: what it lists is answered, and what it leaves out is not', async () => {
    const page = await readFile(PAGE, 'utf8')
    for (const [, name = '', support] of page.matchAll(/^\| `([^`]+)` \| (\w+) /gm)) {
      const { error } = await call(name, '')
      expect(error === 'unknown_method', name).toBe(support === 'not')
    }
  })

  test('gives a reason for everything that is left out', () => {
    const reasons = Object.values(methods).flatMap(({ partly }) => partly ?? [])
    expect([...reasons, ...Object.values(absent)].every((reason) => reason.length > 10)).toBe(true)
  })
})

describe('every method', () => {
  test('wants its scopes, and names them', async () => {
    const held = slack.world.app.scopes
    slack.world.app.scopes = []
    for (const [name, { scopes, token }] of Object.entries(methods)) {
      if (token !== 'bot' || scopes.length === 0) continue
      const needed = scopes.join(',')
      expect(await call(name), name).toMatchObject({ error: 'missing_scope', needed, provided: '' })
    }
    slack.world.app.scopes = held
  })

  test('takes tokens of its own kind only', async () => {
    for (const [name, { token }] of Object.entries(methods)) {
      if (token === 'none') continue
      expect((await call(name, 'xoxb-made-up')).error, name).toBe('invalid_auth')
      const other = token === 'bot' ? slack.appToken : slack.botToken
      expect((await call(name, other)).error, name).toBe('not_allowed_token_type')
    }
  })

  test.each([
    ['apps.uninstall', 'client_id', 'client_secret'],
    ['chat.delete', 'channel', 'ts'],
    ['chat.getPermalink', 'channel', 'message_ts'],
    ['chat.postEphemeral', 'channel', 'user'],
    ['chat.postMessage', 'channel'],
    ['chat.scheduleMessage', 'channel', 'post_at'],
    ['chat.update', 'channel', 'ts'],
    ['conversations.archive', 'channel'],
    ['conversations.create', 'name'],
    ['conversations.history', 'channel'],
    ['conversations.invite', 'channel', 'users'],
    ['conversations.rename', 'channel', 'name'],
    ['conversations.replies', 'channel', 'ts'],
    ['conversations.setTopic', 'channel', 'topic'],
    ['functions.completeError', 'function_execution_id', 'error'],
    ['reactions.add', 'channel', 'name'],
    ['users.info', 'user'],
    ['users.lookupByEmail', 'email'],
    ['views.open', 'view', 'trigger_id'],
    ['views.publish', 'view', 'user_id'],
  ])('names what is missing: %s', async (method, ...fields) => {
    const messages = fields.map((field) => `[ERROR] missing required field: ${field}`)
    expect(await call(method)).toMatchObject({ error: 'invalid_arguments', response_metadata: { messages } })
  })
})
