import type { BlockAction, ButtonAction } from '@slack/bolt'
import type { KnownBlock } from '@slack/types'
import { expect, test } from 'vitest'
import { client, httpApp, workspace } from './small/start.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text })
const button = (text: string) => ({ type: 'button' as const, text: plain(text), value: text.toLowerCase() })

/** What an app hears of these presses on a message of these blocks. */
async function pressed(blocks: KnownBlock[], ...labels: string[]) {
  const slack = await workspace()
  const heard: (string | undefined)[][] = []
  await httpApp(slack, (app) =>
    app.action<BlockAction<ButtonAction>>(/.*/, async ({ ack, action }) => {
      heard.push([action.type, action.block_id, action.value])
      await ack()
    }),
  )
  await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'Look', blocks })
  const ada = slack.as('ada')
  const shown = await ada.waits('#pier', 'Look')
  expect(shown.buttons).toEqual(labels)
  for (const label of labels) await ada.press(shown, label)
  return { heard, text: shown.text }
}

test('buttons in a container and in the cards of a carousel are pressed in their own block', async () => {
  const inner: KnownBlock = { type: 'actions', block_id: 'inner', elements: [button('Open')] }
  const cards = ['North', 'South'].map((name) => ({
    type: 'card' as const,
    block_id: name,
    title: mrkdwn(name),
    actions: [button(name)],
  }))
  const { heard, text } = await pressed(
    [
      { type: 'container', title: plain('Lamps'), child_blocks: [inner] },
      { type: 'carousel', elements: cards },
    ],
    ...['Open', 'North', 'South'],
  )
  expect(text).toBe('Lamps\nNorth\nSouth')
  expect(heard).toEqual([
    ['button', 'inner', 'open'],
    ['button', 'North', 'north'],
    ['button', 'South', 'south'],
  ])
})

test('feedback says which of its two buttons it was', async () => {
  const feedback = {
    type: 'feedback_buttons' as const,
    action_id: 'rate',
    positive_button: { text: plain('Good'), value: 'good' },
    negative_button: { text: plain('Bad'), value: 'bad' },
  }
  const bin = {
    type: 'icon_button' as const,
    action_id: 'bin',
    icon: 'trash',
    text: plain('Remove'),
    value: 'x',
  }
  const block: KnownBlock = { type: 'context_actions', block_id: 'rating', elements: [feedback, bin] }
  const { heard } = await pressed([block], 'Good', 'Bad', 'Remove')
  expect(heard).toEqual([
    ['feedback_buttons', 'rating', 'good'],
    ['feedback_buttons', 'rating', 'bad'],
    ['icon_button', 'rating', 'x'],
  ])
})
