import type { KnownBlock } from '@slack/types'
import { describe, expect, test } from 'vitest'
import { changedManifest, client, httpApp, workspace } from './small/start.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const row = (item: string): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: item },
  accessory: { type: 'button', action_id: 'done', value: item, text: plain('Done') },
})
const menu: KnownBlock = {
  type: 'actions',
  elements: [
    { type: 'overflow', action_id: 'more', options: [{ text: plain('History'), value: 'h' }] },
    { type: 'users_select', action_id: 'who', placeholder: plain('Whose?') },
    {
      type: 'button',
      action_id: 'roll',
      text: plain('Roll back'),
      confirm: { title: plain('Sure?'), text: plain('All of it'), confirm: plain('Yes'), deny: plain('No') },
    },
  ],
}

async function board() {
  const slack = await workspace()
  const pressed: unknown[] = []
  await httpApp(slack, (app) => {
    app.action(/.*/, async ({ ack, action, body }) => {
      pressed.push({ ...action, message: body.type === 'block_actions' && body.message?.text })
      await ack()
    })
  })
  await client(slack).chat.postMessage({
    channel: 'C0PIER',
    text: 'Board',
    blocks: [row('1 Oil'), row('2 Wick'), menu],
  })
  const ada = slack.as('ada')
  return { slack, ada, pressed, shown: await ada.waits('#pier', 'Oil') }
}

describe('a person', () => {
  test('tells two like buttons apart by what stands beside them', async () => {
    const { ada, pressed, shown } = await board()
    await expect(ada.press(shown, 'Done')).rejects.toThrow('there are 2 "Done" here')
    await ada.press(shown, 'Done', { beside: '2 Wick' })
    expect(pressed).toMatchObject([{ action_id: 'done', value: '2 Wick', message: 'Board' }])
  })

  test('picks from an overflow menu and a select', async () => {
    const { ada, pressed, shown } = await board()
    expect(shown.buttons).toEqual(['Done', 'Done', '▾ > History', 'Roll back'])
    await ada.press(shown, '▾ > History')
    await ada.choose(shown, 'Whose?', 'bo')
    expect(pressed).toMatchObject([{ selected_option: { value: 'h' } }, { selected_user: 'U0BO' }])
  })

  test('may say no when asked first, and the app hears nothing', async () => {
    const { ada, pressed, shown } = await board()
    await ada.press(shown, 'Roll back', { deny: true })
    expect(pressed).toEqual([])
    await ada.press(shown, 'Roll back')
    expect(pressed).toHaveLength(1)
    await expect(ada.press(shown, '▾ > History', { deny: true })).rejects.toThrow('does not ask')
  })

  test('uses a shortcut on a message, and one from anywhere', async () => {
    const slack = await workspace()
    const heard: unknown[] = []
    await httpApp(slack, (app) => {
      app.shortcut(/.*/, async ({ ack, shortcut, respond }) => {
        heard.push({ ...shortcut })
        await ack()
        if (shortcut.type === 'message_action') await respond('Logged')
      })
    })
    const ada = slack.as('ada')
    const said = await slack.as('bo').say('#pier', 'Storm at nine')
    await ada.shortcut(said, 'Log it')
    await ada.waits('#pier', 'Logged')
    await ada.globalShortcut('Light the lamp')
    expect(heard).toMatchObject([
      {
        type: 'message_action',
        callback_id: 'log',
        message: { text: 'Storm at nine' },
        channel: { id: 'C0PIER' },
      },
      { type: 'shortcut', callback_id: 'light', user: { id: 'U0ADA' } },
    ])
    expect(heard[1]).not.toHaveProperty('channel')
    expect(heard[1]).not.toHaveProperty('response_url')
    await expect(ada.globalShortcut('Log it')).rejects.toThrow('there is no shortcut "Log it"')
  })

  test('sees what became of a press that nobody answered', async () => {
    const slack = await workspace()
    slack.deliverTo('http://127.0.0.1:9/')
    await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'Board', blocks: [row('1 Oil')] })
    const bo = slack.as('bo')
    const shown = await bo.waits('#pier', 'Oil')
    await expect(bo.press(shown, 'Done')).rejects.toThrow('bo could not press "Done": dispatch_failed')
    expect(bo.again(shown).trouble).toBe('dispatch_failed')
    expect(slack.as('ada').again(shown).trouble).toBeUndefined()
  })

  test('who waits in vain is told what is displayed instead', async () => {
    const { ada } = await board()
    const waiting = ada.waits('#pier', 'Rain', { timeoutMs: 10 })
    await expect(waiting).rejects.toThrow(
      /ada does not see Rain in #pier; displayed are:\n {2}lighthouse: 1 Oil/,
    )
  })

  test('sees private places only from inside, a guest only what they are in', async () => {
    const slack = await workspace()
    expect(() => slack.as('bo').sees('#vault')).toThrow('bo sees no #vault, only #general #pier')
    expect(() => slack.as('gus').sees('#pier')).toThrow('gus sees no #pier')
    expect(slack.as('cy').sees('#pier')).toEqual([])
  })

  test('brings others and the app into a channel, and takes them out', async () => {
    const slack = await workspace()
    const ada = slack.as('ada')
    await ada.invite('#vault', 'lighthouse')
    await client(slack).chat.postMessage({ channel: 'C0VAULT', text: 'Inside' })
    await ada.removes('#vault', 'lighthouse')
    const outside = client(slack).chat.postMessage({ channel: 'C0VAULT', text: 'Outside' })
    await expect(outside).rejects.toThrow('channel_not_found')
    await ada.removes('#pier', 'bo')
    await expect(slack.as('bo').say('#pier', 'x')).rejects.toThrow('not_in_channel')
  })

  test("presses in vain when the app's manifest has no interactivity", async () => {
    const manifest = await changedManifest(
      'interactivity: { is_enabled: true }',
      'interactivity: { is_enabled: false }',
    )
    const slack = await workspace({ manifest })
    await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'Board', blocks: [row('1 Oil')] })
    const bo = slack.as('bo')
    await expect(bo.press(await bo.waits('#pier', 'Oil'), 'Done')).rejects.toThrow('dispatch_failed')
  })

  test('who is deactivated can do nothing more', async () => {
    const slack = await workspace()
    slack.admin.change('bo', { deleted: true })
    await expect(slack.as('bo').say('#pier', 'x')).rejects.toThrow('account_inactive')
  })
})

describe('the Home tab', () => {
  const home = (text: string) => ({
    type: 'home' as const,
    blocks: [
      { type: 'section' as const, text: plain(text) },
      {
        type: 'actions' as const,
        elements: [{ type: 'button' as const, action_id: 'plan', text: plain('Plan one') }],
      },
    ],
  })

  test('is published for one person when they visit, and is pressed like a message', async () => {
    const slack = await workspace()
    const heard: unknown[] = []
    await httpApp(slack, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({ user_id: event.user, view: home(`Welcome, ${event.user}`) })
      })
      app.action('plan', async ({ ack, body }) => {
        heard.push(body)
        await ack()
      })
    })
    const ada = slack.as('ada')
    const shown = await ada.openHome('Welcome')
    expect(shown).toMatchObject({ text: 'Welcome, U0ADA', buttons: ['Plan one'] })
    await ada.press(shown, 'Plan one')
    expect(heard).toMatchObject([{ container: { type: 'view' }, view: { type: 'home', callback_id: '' } }])
    expect(heard[0]).not.toHaveProperty('response_url')
    expect(() => slack.as('bo').home()).toThrow("nothing is published on bo's Home tab")
  })

  test('tells on the next visit what was published', async () => {
    const slack = await workspace()
    await client(slack).views.publish({ user_id: 'U0BO', view: home('Before the first visit') })
    await slack.as('bo').openHome('Before')
    const [delivery] = slack.traffic.deliveries('app_home_opened')
    expect(delivery?.payload.event).toMatchObject({ tab: 'home', channel: 'D0BO', view: { type: 'home' } })
  })

  test('wants the hash last published', async () => {
    const slack = await workspace()
    const { views } = client(slack)
    const { view } = await views.publish({ user_id: 'U0BO', view: home('1') })
    await views.publish({ user_id: 'U0BO', view: home('2'), hash: view?.hash ?? '' })
    const stale = views.publish({ user_id: 'U0BO', view: home('3'), hash: view?.hash ?? '' })
    await expect(stale).rejects.toThrow('hash_conflict')
  })
})
