import { describe, expect, test } from 'vitest'
import { changedManifest, client, httpApp, workspace } from './small/start.ts'
import type { Workspace } from './workspace.ts'

/** The events that an app heard, in order. */
async function ears(slack: Workspace, ...types: string[]) {
  const heard: Record<string, unknown>[] = []
  await httpApp(slack, (app) => {
    for (const type of types) {
      app.event(type, async ({ event }) => {
        heard.push({ ...event })
        slack.world.changed()
      })
    }
  })
  return (count = 1) => slack.until(() => heard.length >= count && heard)
}

describe('the app hears', () => {
  test('what people say, with ids in place of names', async () => {
    const slack = await workspace()
    const heard = await ears(slack, 'message')
    const said = await slack.as('ada').say('#pier', 'ask @bo, see #general & go')
    expect(await heard()).toMatchObject([
      {
        type: 'message',
        user: 'U0ADA',
        text: 'ask <@U0BO>, see <#C0GENERAL|general> &amp; go',
        channel: 'C0PIER',
        channel_type: 'channel',
        ts: said.ts,
        event_ts: said.ts,
        blocks: [{ type: 'rich_text' }],
      },
    ])
  })

  test('★ a mention as two events with the same ts', async () => {
    const slack = await workspace()
    const heard = await ears(slack, 'message', 'app_mention')
    const said = await slack.as('ada').say('#pier', '@lighthouse status')
    const both = await heard(2)
    expect(both.map((event) => [event.type, event.ts]).toSorted()).toEqual([
      ['app_mention', said.ts],
      ['message', said.ts],
    ])
    const ids = slack.traffic.deliveries().map((delivery) => delivery.payload.event_id)
    expect(new Set(ids).size).toBe(2)
  })

  test('a reply with its thread, in a DM too', async () => {
    const slack = await workspace()
    const heard = await ears(slack, 'message')
    const bo = slack.as('bo')
    const { ts = '' } = await client(slack).chat.postMessage({ channel: 'U0BO', text: 'Question' })
    const question = await bo.waits('@lighthouse', 'Question')
    await bo.say('@lighthouse', 'Answer', { thread: question })
    expect(await heard()).toMatchObject([
      { thread_ts: ts, channel_type: 'im', parent_user_id: 'U0LIGHTHOUSE' },
    ])
  })

  test('edits and deletions as hidden messages', async () => {
    const slack = await workspace()
    const heard = await ears(slack, 'message')
    const ada = slack.as('ada')
    const said = await ada.say('#pier', 'one')
    await ada.edit(said, 'two')
    await ada.deletes(said)
    const [, changed, deleted] = await heard(3)
    expect(changed).toMatchObject({
      subtype: 'message_changed',
      hidden: true,
      message: { text: 'two', ts: said.ts, edited: { user: 'U0ADA' } },
      previous_message: { text: 'one' },
    })
    expect(deleted).toMatchObject({ subtype: 'message_deleted', deleted_ts: said.ts })
  })

  test('joins, leavings, renames and archiving', async () => {
    const slack = await workspace()
    const heard = await ears(
      slack,
      'member_joined_channel',
      'member_left_channel',
      'channel_rename',
      'channel_archive',
    )
    const cy = slack.as('cy')
    await cy.join('#pier')
    await cy.leave('#pier')
    await slack.as('ada').rename('#pier', 'mole')
    await slack.as('ada').archive('#mole')
    const all = await heard(4)
    expect(all.toSorted((a, b) => (String(a.event_ts) < String(b.event_ts) ? -1 : 1))).toMatchObject([
      { type: 'member_joined_channel', user: 'U0CY', channel: 'C0PIER', channel_type: 'C' },
      { type: 'member_left_channel', user: 'U0CY', channel: 'C0PIER' },
      { type: 'channel_rename', channel: { id: 'C0PIER', name: 'mole' } },
      { type: 'channel_archive', user: 'U0ADA', channel: 'C0PIER' },
    ])
  })

  test('reactions and pins', async () => {
    const slack = await workspace()
    const heard = await ears(slack, 'reaction_added', 'pin_added')
    const said = await slack.as('ada').say('#pier', 'Look')
    await slack.as('bo').react(said, 'eyes')
    await heard(1)
    await slack.as('bo').pin(said)
    expect(await heard(2)).toMatchObject([
      { reaction: 'eyes', user: 'U0BO', item_user: 'U0ADA', item: { channel: 'C0PIER', ts: said.ts } },
      { channel_id: 'C0PIER', user: 'U0BO', item: { message: { text: 'Look' } } },
    ])
  })

  test('who comes, changes and moves between groups', async () => {
    const slack = await workspace()
    const heard = await ears(slack, 'team_join', 'user_change', 'subteam_members_changed')
    slack.admin.welcome({ handle: 'di', name: 'Di Ng', zone: 'Asia/Tokyo' })
    await heard(1)
    slack.admin.change('bo', { deleted: true })
    await heard(2)
    slack.admin.regroup('keepers', ['ada', 'di'])
    expect(await heard(3)).toMatchObject([
      { type: 'team_join', user: { id: 'U0DI', tz: 'Asia/Tokyo', tz_offset: 32_400 } },
      { type: 'user_change', user: { id: 'U0BO', deleted: true } },
      { type: 'subteam_members_changed', added_users: ['U0DI'], removed_users: ['U0BO'] },
    ])
  })

  test('what becomes of its channels', async () => {
    const manifest = await changedManifest(
      '      - channel_archive\n',
      '      - channel_archive\n      - channel_unarchive\n      - channel_left\n      - channel_deleted\n',
    )
    const slack = await workspace({ manifest })
    const heard = await ears(slack, 'channel_unarchive', 'message', 'channel_left', 'channel_deleted')
    const ada = slack.as('ada')
    await ada.archive('#pier')
    await ada.unarchive('#pier')
    await heard(3)
    slack.admin.makePrivate('pier', 'ada')
    await ada.removes('#pier', 'lighthouse')
    slack.admin.deleteChannel('general')
    const all = await slack.until(
      () => slack.traffic.deliveries('channel_deleted')[0] && slack.traffic.deliveries(),
    )
    expect(all.map(({ payload }) => payload.event)).toMatchObject([
      { type: 'message', subtype: 'channel_archive' },
      { type: 'channel_archive' },
      { type: 'message', subtype: 'channel_unarchive' },
      { type: 'channel_unarchive', channel: 'C0PIER', user: 'U0ADA' },
      { type: 'message', subtype: 'channel_convert_to_private', channel_type: 'group' },
      { type: 'message', subtype: 'channel_leave', user: 'U0LIGHTHOUSE' },
      { type: 'member_left_channel', user: 'U0LIGHTHOUSE', channel_type: 'G' },
      { type: 'channel_deleted', channel: 'C0GENERAL' },
    ])
    await expect(client(slack).conversations.info({ channel: 'C0GENERAL' })).rejects.toThrow(
      'channel_not_found',
    )
  })

  test('that it was put out of a channel', async () => {
    const slack = await workspace({
      manifest: await changedManifest('- channel_rename', '- channel_left'),
    })
    const heard = await ears(slack, 'channel_left')
    await slack.as('ada').removes('#pier', 'lighthouse')
    expect(await heard()).toMatchObject([{ type: 'channel_left', channel: 'C0PIER', actor_id: 'U0ADA' }])
  })

  test('of every visit, on either tab', async () => {
    const slack = await workspace()
    const heard = await ears(slack, 'app_home_opened')
    await slack.as('bo').openMessages()
    expect(await heard()).toMatchObject([{ tab: 'messages', user: 'U0BO', channel: 'D0BO' }])
  })

  test('who becomes a guest, and of which kind', async () => {
    const slack = await workspace()
    const heard = await ears(slack, 'user_change')
    slack.admin.change('bo', { guest: true })
    await heard(1)
    slack.admin.change('bo', { guest: true, singleChannel: true })
    expect(await heard(2)).toMatchObject([
      { user: { is_restricted: true, is_ultra_restricted: false } },
      { user: { is_restricted: true, is_ultra_restricted: true } },
    ])
    await expect(slack.as('bo').archive('#pier')).rejects.toThrow('restricted_action')
  })

  test('that its token was revoked, after which it hears no events and is answered no calls', async () => {
    const manifest = await changedManifest('- user_change', '- tokens_revoked')
    const slack = await workspace({ manifest })
    const heard = await ears(slack, 'tokens_revoked', 'message')
    slack.admin.revokeToken()
    expect(await heard()).toMatchObject([{ tokens: { bot: ['U0LIGHTHOUSE'] } }])
    await expect(client(slack).auth.test()).rejects.toThrow('token_revoked')
    await slack.as('ada').say('#pier', 'Anybody?')
    expect(slack.traffic.deliveries().map((one) => one.name)).toEqual(['tokens_revoked'])
  })

  test('that it was removed, after which its token is dead', async () => {
    const slack = await workspace()
    const heard = await ears(slack, 'app_uninstalled')
    slack.admin.uninstall()
    await heard()
    await expect(client(slack).auth.test()).rejects.toThrow('account_inactive')
    expect((await slack.as('ada').run('/lamp', { in: '#pier' })).text).toBe('/lamp is not a valid command.')
  })
})

describe('the app does not hear', () => {
  test('what its manifest does not declare', async () => {
    const slack = await workspace()
    await ears(slack, 'message', 'reaction_removed')
    const said = await slack.as('ada').say('#pier', 'Look')
    await slack.as('bo').react(said, 'eyes')
    await slack.as('bo').react(said, 'eyes', { remove: true })
    expect(slack.traffic.deliveries().map((delivery) => delivery.name)).toEqual(['message', 'reaction_added'])
  })

  test('who comes into a private channel, without the scope for those', async () => {
    const slack = await workspace({ manifest: await changedManifest('- groups:read', '') })
    await ears(slack, 'member_joined_channel')
    const ada = slack.as('ada')
    await ada.invite('#vault', 'lighthouse')
    await ada.invite('#vault', 'bo')
    await ada.invite('#pier', 'cy')
    await slack.until(() => slack.traffic.deliveries('member_joined_channel').length > 0)
    expect(slack.traffic.deliveries('member_joined_channel')).toMatchObject([
      { payload: { event: { user: 'U0CY', channel_type: 'C' } } },
    ])
  })

  test('what is said where it is not', async () => {
    const slack = await workspace()
    await ears(slack, 'message')
    await slack.as('ada').say('#vault', '@lighthouse secret')
    expect(slack.traffic.deliveries()).toEqual([])
  })
})
