import { describe, expect, test } from 'vitest'
import { client, httpApp, workspace } from './small/start.ts'
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

  test('what is said where it is not', async () => {
    const slack = await workspace()
    await ears(slack, 'message')
    await slack.as('ada').say('#vault', '@lighthouse secret')
    expect(slack.traffic.deliveries()).toEqual([])
  })
})

describe('an event that is not acknowledged', () => {
  test('comes again with the same id, its number and the reason', async () => {
    const slack = await workspace({ retries: [0, 10, 20] })
    slack.deliverTo('http://127.0.0.1:9/slack/events')
    await slack.as('ada').say('#pier', 'Anybody?')
    const tries = await slack.until(
      () => slack.traffic.deliveries('message').length === 4 && slack.traffic.deliveries(),
    )
    expect(tries.map((one) => one.attempt)).toEqual([0, 1, 2, 3])
    expect(new Set(tries.map((one) => one.payload.event_id)).size).toBe(1)
  })

  test('reaches an app that has come back, marked as a retry', async () => {
    const slack = await workspace({ retries: [0] })
    slack.deliverTo('http://127.0.0.1:9/slack/events')
    const retried = Promise.withResolvers<unknown>()
    const coming = slack.until(() => slack.traffic.deliveries('message')[0]?.ack)
    await slack.as('ada').say('#pier', 'Anybody?')
    await coming
    await httpApp(slack, (app) => {
      app.message(async ({ context }) => retried.resolve([context.retryNum, context.retryReason]))
    })
    expect(await retried.promise).toEqual([1, 'connection_failed'])
  })
})
