import type { KnownBlock } from '@slack/types'
import { expect, test } from 'vitest'
import { client, workspace } from '../small/start.ts'

const mrkdwn = (text: string, verbatim: boolean): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text, verbatim },
})
const rich = (text: string): KnownBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
})

/** How often Bo is pinged by a message with this block. */
async function pinged(block: KnownBlock): Promise<number> {
  const slack = await workspace()
  await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'x', blocks: [block] })
  return slack.as('bo').pings().length
}

test('an empty text is invalid', async () => {
  await expect(pinged(mrkdwn('', false))).rejects.toThrow('invalid_blocks')
})

test('a rich text leaf is never parsed', async () => {
  expect(await pinged(rich('@here <!here> <@U0BO>'))).toBe(0)
})

test('bare @here in mrkdwn pings after escaping, unless it is verbatim', async () => {
  expect(await pinged(mrkdwn('&lt;b&gt; @here', false))).toBe(1)
  expect(await pinged(mrkdwn('&lt;b&gt; @here', true))).toBe(0)
})
