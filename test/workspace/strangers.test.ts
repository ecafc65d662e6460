import type { BlockAction, SlackEventMiddlewareArgs } from '@slack/bolt'
import { describe, expect, test } from 'vitest'
import { client, httpApp, workspace } from './small/start.ts'

const NILS = { handle: 'nils', name: 'Nils Berg', zone: 'Europe/Oslo', team: 'T0FJORD' }

/** The pier is shared with another workspace, whose Nils is in it. */
async function sharedPier() {
  const slack = await workspace()
  slack.admin.welcome(NILS)
  await slack.as('ada').invite('#pier', 'nils')
  return { slack, nils: slack.as('nils') }
}

describe('somebody of another workspace', () => {
  test('is named a stranger, with their own team', async () => {
    const { slack } = await sharedPier()
    const { user } = await client(slack).users.info({ user: 'U0NILS' })
    expect(user).toMatchObject({ is_stranger: true, team_id: 'T0FJORD' })
    const { channel } = await client(slack).conversations.info({ channel: 'C0PIER' })
    expect(channel).toMatchObject({ is_ext_shared: true, is_shared: true })
  })

  test('★ talks and presses in the shared channel; the delivery says whose they are', async () => {
    const { slack, nils } = await sharedPier()
    const heard: { pressed: BlockAction[]; said: SlackEventMiddlewareArgs<'message'>['body'][] } = {
      pressed: [],
      said: [],
    }
    await httpApp(slack, (app) => {
      app.action<BlockAction>('go', async ({ ack, body }) => {
        heard.pressed.push(body)
        await ack()
      })
      app.message(async ({ body }) => {
        heard.said.push(body)
        slack.world.changed()
      })
    })
    const go = { type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } }
    const blocks = [{ type: 'actions' as const, elements: [go] }]
    await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'Card', blocks })
    await nils.press(await nils.waits('#pier', 'Card'), 'Go')
    expect(heard.pressed).toMatchObject([{ team: { id: 'T0HARBOUR' }, user: { team_id: 'T0FJORD' } }])
    await nils.say('#pier', 'Hello from the fjord')
    expect(await slack.until(() => heard.said.length > 0 && heard.said)).toMatchObject([
      {
        team_id: 'T0FJORD',
        context_team_id: 'T0HARBOUR',
        is_ext_shared_channel: true,
        event: { user: 'U0NILS', user_team: 'T0FJORD', source_team: 'T0FJORD' },
      },
    ])
  })

  test("has none of the app's commands, shortcuts or Home", async () => {
    const { slack, nils } = await sharedPier()
    const answer = await nils.run('/lamp on', { in: '#pier' })
    expect(answer.text).toBe('/lamp is not a valid command.')
    await expect(nils.globalShortcut('Light the lamp')).rejects.toThrow('not_displayed')
    await expect(nils.openHome()).rejects.toThrow('not_displayed')
    expect(slack.traffic.deliveries('/lamp')).toEqual([])
  })

  test('sees only the channel they share, and changes nothing about it', async () => {
    const { nils } = await sharedPier()
    expect(() => nils.sees('#general')).toThrow('nils sees no #general')
    await expect(nils.archive('#pier')).rejects.toThrow('restricted_action')
    await expect(nils.removes('#pier', 'bo')).rejects.toThrow('restricted_action')
  })
})
