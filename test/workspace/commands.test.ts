import { describe, expect, test } from 'vitest'
import { client, httpApp, workspace } from './small/start.ts'

describe('a slash command', () => {
  test('is answered privately in the ack', async () => {
    const slack = await workspace()
    await httpApp(slack, (app) => {
      app.command('/lamp', async ({ ack, command }) => ack(`The lamp is ${command.text}`))
    })
    const answer = await slack.as('ada').run('/lamp on', { in: '#pier' })
    expect(answer.text).toBe('The lamp is on')
    expect(answer.first.ephemeral).toBe(true)
    expect(slack.as('bo').sees('#pier')).toEqual([])
  })

  test('answered for the channel shows everybody the command too', async () => {
    const slack = await workspace()
    await httpApp(slack, (app) => {
      app.command('/lamp', async ({ ack }) => ack({ response_type: 'in_channel', text: 'The lamp is on' }))
    })
    await slack.as('ada').run('/lamp on', { in: '#pier' })
    const seen = slack.as('bo').sees('#pier')
    expect(seen.map(({ by, text }) => [by, text])).toEqual([
      ['ada', '/lamp on'],
      ['lighthouse', 'The lamp is on'],
    ])
  })

  test('may be answered later, through the response URL', async () => {
    const slack = await workspace()
    await httpApp(slack, (app) => {
      app.command('/lamp', async ({ ack, respond }) => {
        await ack()
        await respond('Later')
      })
    })
    const answer = await slack.as('ada').run('/lamp', { in: '#pier', answers: 1 })
    expect(answer.text).toBe('Later')
  })

  test('with should_escape brings ids, links and entities, without it what was typed', async () => {
    const slack = await workspace()
    const heard: string[] = []
    await httpApp(slack, (app) => {
      app.command(/lamp|raw/, async ({ ack, command }) => {
        heard.push(command.text)
        await ack()
      })
    })
    const typed = 'for @bo, @keepers in #pier at https://a.example/x?a=1&b=2. a<b'
    await slack.as('ada').run(`/lamp ${typed}`, { in: '#pier' })
    await slack.as('ada').run(`/raw ${typed}`, { in: '#pier' })
    expect(heard).toEqual([
      'for <@U0BO>, <!subteam^S0KEEPERS> in <#C0PIER|pier> at <https://a.example/x?a=1&amp;b=2>. a&lt;b',
      typed,
    ])
  })

  test('that the app does not acknowledge in three seconds ends in operation_timeout', async () => {
    const slack = await workspace()
    await httpApp(slack, () => {})
    const answer = await slack.as('ada').run('/lamp on', { in: '#pier' })
    expect(answer.text).toBe('/lamp failed with the error "operation_timeout"')
  })

  test('answered with blocks that Slack refuses fails with its word, and shows the channel nothing', async () => {
    const slack = await workspace()
    const failed = Promise.withResolvers<unknown>()
    await httpApp(slack, (app) => {
      app.command('/lamp', async ({ ack, respond, command }) => {
        const wrong = {
          response_type: 'in_channel' as const,
          text: 'x',
          blocks: [{ type: 'banner' as 'divider' }],
        }
        if (command.text === 'now') return ack(wrong)
        await ack()
        await respond(wrong).catch(failed.resolve)
      })
    })
    const answer = await slack.as('ada').run('/lamp now', { in: '#pier' })
    expect(answer.text).toBe('/lamp failed with the error "invalid_blocks"')
    await slack.as('ada').run('/lamp later', { in: '#pier' })
    expect(await failed.promise).toMatchObject({ code: 'slack_bolt_respond_error', statusCode: 400 })
    expect(slack.as('bo').sees('#pier')).toEqual([])
  })

  test('that no app serves is refused by Slackbot', async () => {
    const slack = await workspace()
    const answer = await slack.as('ada').run('/sun on', { in: '#pier' })
    expect(answer.first).toMatchObject({ by: 'slackbot', text: '/sun is not a valid command.' })
  })

  test('★ cannot be typed in a thread', async () => {
    const slack = await workspace()
    const ada = slack.as('ada')
    const parent = await ada.say('#pier', 'Parent')
    await expect(ada.say('#pier', '/lamp on', { thread: parent })).rejects.toThrow('not_supported_in_threads')
    expect(ada.thread(parent)).toMatchObject([
      { by: 'slackbot', text: '/lamp is not supported in threads. Sorry!' },
    ])
    expect(slack.traffic.deliveries('/lamp')).toEqual([])
  })

  test('shown to everybody pings nobody, whatever was typed', async () => {
    const slack = await workspace()
    await httpApp(slack, (app) => {
      app.command('/lamp', async ({ ack }) => ack({ response_type: 'in_channel' }))
    })
    await slack.as('ada').run('/lamp <!channel> @bo', { in: '#pier' })
    expect(slack.as('bo').sees('#pier')).toMatchObject([{ text: '/lamp <!channel> @bo', pings: [] }])
  })

  test('cannot be typed where the person is not', async () => {
    const slack = await workspace()
    await expect(slack.as('cy').run('/lamp on', { in: '#pier' })).rejects.toThrow('not_in_channel')
  })
})

describe('pressing', () => {
  const card = {
    text: 'Light it?',
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: '*Light* it, <@U0BO>?' } },
      {
        type: 'actions',
        block_id: 'ask',
        elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' }, value: '7' }],
      },
    ],
  }

  test('a button on a message tells the app which, and the app may change the message', async () => {
    const slack = await workspace()
    await httpApp(slack, (app) => {
      app.action('go', async ({ ack, body, client, action }) => {
        await ack()
        if (body.type !== 'block_actions' || action.type !== 'button') return
        const text = `Lit by ${body.user.name}: ${action.value}`
        await client.chat.update({ channel: body.channel?.id ?? '', ts: body.message?.ts ?? '', text })
      })
    })
    await client(slack).chat.postMessage({ channel: '#pier', ...card })
    const shown = await slack.as('bo').waits('#pier', 'Light it, @bo?')
    expect(shown).toMatchObject({ buttons: ['Go'], fallback: 'Light it?', pings: ['bo'] })
    await slack.as('bo').press(shown, 'Go')
    await slack.as('ada').waits('#pier', 'Lit by bo: 7')
    await expect(slack.as('ada').press(shown, 'Go')).rejects.toThrow('nothing here can be pressed')
  })

  test('what is not displayed is an error that lists what is', async () => {
    const slack = await workspace()
    await client(slack).chat.postMessage({ channel: '#pier', ...card })
    const shown = await slack.as('bo').waits('#pier', 'Light it')
    await expect(slack.as('bo').press(shown, 'Stop')).rejects.toThrow(
      'there is no "Stop" here; displayed: [Go]',
    )
  })
})
