import type { RespondFn } from '@slack/bolt'
import { describe, expect, test } from 'vitest'
import { client, httpApp, workspace } from './small/start.ts'
import type { Workspace } from './workspace.ts'

const button = (label: string) => ({
  type: 'actions' as const,
  elements: [
    { type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: label } },
  ],
})

/** An app whose card has one button, answered as the test says. */
async function pressed(
  slack: Workspace,
  answer: (respond: RespondFn) => Promise<unknown>,
  privately = false,
) {
  await httpApp(slack, (app) => {
    app.command('/lamp', async ({ ack }) => ack({ text: 'Card', blocks: [button('Go')] }))
    app.action('go', async ({ ack, respond }) => {
      await ack()
      await answer(respond)
    })
  })
  const ada = slack.as('ada')
  if (privately) {
    const { first } = await ada.run('/lamp', { in: '#pier' })
    await ada.press(first, 'Go')
  } else {
    await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'Card', blocks: [button('Go')] })
    await ada.press(await ada.waits('#pier', 'Card'), 'Go')
  }
}

describe("an answer through a press's response URL", () => {
  test('is private unless it says otherwise', async () => {
    const slack = await workspace()
    await pressed(slack, (respond) => respond('Thanks'))
    expect(await slack.as('ada').waits('#pier', 'Thanks')).toMatchObject({ ephemeral: true })
    expect(slack.as('bo').sees('#pier')).toHaveLength(1)
  })

  test('replaces the message, for all', async () => {
    const slack = await workspace()
    await pressed(slack, (respond) => respond({ text: 'Done', replace_original: true }))
    expect(await slack.as('bo').waits('#pier', 'Done')).toMatchObject({ buttons: [], ephemeral: false })
    expect(slack.as('bo').sees('#pier')).toHaveLength(1)
  })

  test('is the only way to change what one person sees', async () => {
    const slack = await workspace()
    await pressed(slack, (respond) => respond({ text: 'Done', replace_original: true }), true)
    expect(await slack.as('ada').waits('#pier', 'Done')).toMatchObject({ buttons: [], ephemeral: true })
    const [shown] = slack.as('ada').sees('#pier')
    const update = client(slack).chat.update({ channel: 'C0PIER', ts: shown?.ts ?? '', text: 'x' })
    await expect(update).rejects.toThrow('message_not_found')
  })

  test('★ leaves private what was private, and public what was public, whatever it asks for', async () => {
    const asked = [
      ['in_channel', true],
      ['ephemeral', false],
    ] as const
    for (const [response_type, privately] of asked) {
      const slack = await workspace()
      await pressed(
        slack,
        (respond) => respond({ text: 'Done', response_type, replace_original: true }),
        privately,
      )
      expect(await slack.as('ada').waits('#pier', 'Done')).toMatchObject({ ephemeral: privately })
      expect(slack.as('bo').sees('#pier')).toHaveLength(privately ? 0 : 1)
    }
  })

  test('stays out of a thread when it is private', async () => {
    const slack = await workspace()
    await pressed(slack, async (respond) => {
      const [{ ts: thread_ts = '' } = {}] = slack.as('ada').sees('#pier')
      await respond({ text: 'Beside it', replace_original: false, thread_ts })
    })
    expect(await slack.as('ada').waits('#pier', 'Beside it')).toMatchObject({ ephemeral: true })
  })

  test('deletes the message and says something else, when it asks for both', async () => {
    const slack = await workspace()
    await pressed(slack, (respond) => respond({ text: 'Instead', delete_original: true }))
    expect(await slack.as('ada').waits('#pier', 'Instead')).toMatchObject({ ephemeral: true })
    expect(slack.as('bo').sees('#pier')).toEqual([])
  })

  test('reaches where the app is no longer', async () => {
    const slack = await workspace()
    await pressed(slack, async (respond) => {
      await slack.as('ada').removes('#pier', 'lighthouse')
      await respond({ text: 'Still here', response_type: 'in_channel' })
    })
    await slack.as('bo').waits('#pier', 'Still here')
  })

  test('deletes the message', async () => {
    const slack = await workspace()
    await pressed(slack, (respond) => respond({ delete_original: true }))
    await slack.until(() => slack.as('bo').sees('#pier').length === 0)
  })

  test('goes into a thread only when it is for the channel', async () => {
    const slack = await workspace()
    await pressed(slack, async (respond) => {
      const [{ ts: thread_ts = '' } = {}] = slack.as('ada').sees('#pier')
      await respond({ text: 'Under it', response_type: 'in_channel', replace_original: false, thread_ts })
    })
    const [card] = slack.as('bo').sees('#pier')
    if (!card) throw new Error('the card is gone')
    expect(await slack.as('bo').waitsInThread(card, 'Under it')).toMatchObject({ ephemeral: false })
  })

  test('is refused after five uses', async () => {
    const slack = await workspace()
    const refused = Promise.withResolvers<unknown>()
    await pressed(slack, async (respond) => {
      for (let use = 1; use <= 5; use++) await respond(`Use ${use}`)
      await respond('Use 6').catch(refused.resolve)
    })
    expect(await refused.promise).toMatchObject({ code: 'slack_bolt_respond_error', statusCode: 404 })
    expect(
      slack
        .as('ada')
        .sees('#pier')
        .map((shown) => shown.text),
    ).not.toContain('Use 6')
  })

  test("is refused when its blocks are not Slack's", async () => {
    const slack = await workspace()
    const refused = Promise.withResolvers<unknown>()
    await pressed(slack, (respond) =>
      respond({ text: 'x', blocks: [{ type: 'header', text: { type: 'plain_text', text: '' } }] }).catch(
        refused.resolve,
      ),
    )
    expect(await refused.promise).toMatchObject({ statusCode: 400 })
  })
})

test('a response URL meets faults too, as the method response_url', async () => {
  const slack = await workspace()
  const came: unknown[] = []
  const heard = Promise.withResolvers<void>()
  await httpApp(slack, (app) => {
    app.command('/lamp', async ({ ack, respond }) => {
      await ack()
      const result = (answer: Promise<unknown>) => answer.then(() => 'ok', String)
      came.push(
        await result(respond('lost')),
        await result(respond('late')),
        await result(respond('through')),
      )
      heard.resolve()
    })
  })
  slack.faults.nextCall('response_url', { kind: 'drop_answer' })
  slack.faults.nextCall('response_url', { kind: 'rate_limit', retryAfter: 1 })
  await slack.as('ada').run('/lamp', { in: '#pier' })
  await heard.promise
  expect(came).toEqual([expect.stringMatching(/Error/), expect.stringMatching(/429/), 'ok'])
  const posts = slack.traffic.all.filter((one) => one.kind === 'response')
  expect(posts).toMatchObject([{ fault: 'drop_answer', dropped: true }, { status: 429 }, { status: 200 }])
  const shown = slack.as('ada').sees('#pier')
  expect(shown.map(({ text }) => text)).toEqual(['lost', 'through'])
})
