import type { KnownBlock } from '@slack/types'
import { describe, expect, test } from 'vitest'
import { client, workspace } from './small/start.ts'

const mrkdwn = (text: string, verbatim?: boolean): KnownBlock[] => [
  { type: 'section', text: { type: 'mrkdwn', text, ...(verbatim !== undefined && { verbatim }) } },
]
const plain = (text: string): KnownBlock[] => [{ type: 'section', text: { type: 'plain_text', text } }]
const rich = (text: string): KnownBlock[] => [
  { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] },
]

describe('whom a message of the app notifies', () => {
  test.each<[string, object, string[]]>([
    ['a mention in the text', { text: '<@U0BO>' }, ['bo']],
    ['a mention in the blocks', { text: 'x', blocks: mrkdwn('<@U0BO>') }, ['bo']],
    ['a user group', { text: '<!subteam^S0KEEPERS>' }, ['ada', 'bo']],
    ['<!here>', { text: '<!here>' }, ['ada', 'bo']],
    ['<!channel> in verbatim text', { text: 'x', blocks: mrkdwn('<!channel>', true) }, ['ada', 'bo']],
    ['★ bare @here in mrkdwn that is not verbatim', { text: 'x', blocks: mrkdwn('@here') }, ['ada', 'bo']],
    ['★ bare @channel in verbatim mrkdwn', { text: 'x', blocks: mrkdwn('@channel', true) }, []],
    ['bare @here in plain text', { text: 'x', blocks: plain('@here <!here> <@U0BO>') }, []],
    ['★ anything in a rich text leaf', { text: 'x', blocks: rich('@here <!here> <@U0BO>') }, []],
    ['bare @here in the top-level text', { text: '@here' }, []],
    ['bare @here with link_names', { text: '@here', link_names: true }, ['ada', 'bo']],
    ['bare @here with parse full', { text: '@here', parse: 'full' }, ['ada', 'bo']],
    ['an escaped mention', { text: '&lt;@U0BO&gt; &lt;!here&gt;' }, []],
    ['someone who is not in the channel', { text: '<@U0CY>' }, []],
    ['an e-mail address', { text: 'x', blocks: mrkdwn('write to a@here.example') }, []],
  ])('%s', async (_, content, handles) => {
    const slack = await workspace()
    await client(slack).apiCall('chat.postMessage', { channel: 'C0PIER', ...content })
    const pinged = ['ada', 'bo', 'cy'].filter((handle) => slack.as(handle).pings().length > 0)
    expect(pinged).toEqual(handles)
  })

  test('an edit notifies nobody', async () => {
    const slack = await workspace()
    const { chat } = client(slack)
    const { ts = '' } = await chat.postMessage({ channel: 'C0PIER', text: 'x' })
    await chat.update({ channel: 'C0PIER', ts, text: '<@U0BO> <!here>' })
    expect(slack.as('bo').pings()).toEqual([])
  })

  test('people notify whom they name, never themselves', async () => {
    const slack = await workspace()
    await slack.as('bo').say('#pier', '@ada and @bo: @keepers')
    expect(slack.as('ada').pings()).toHaveLength(1)
    expect(slack.as('bo').pings()).toEqual([])
  })
})
