import { type App, Assistant, MemoryStore } from '@slack/bolt'
import { expect, test } from 'vitest'
import { client, workspace } from '../small/start.ts'
import type { Workspace } from '../workspace.ts'
import { bare, statusOf } from './bolt.ts'
import { inProcess } from './child.ts'

/** Resolves when so many deliveries of this name were taken. */
function taken(slack: Workspace, name: string, times: number) {
  return slack.until(() => slack.traffic.deliveries(name).filter((one) => one.ack).length >= times)
}

test('without ids Bolt asks auth.test on every event', async () => {
  const slack = await workspace()
  // The ids are taken away again that the helper knows.
  await bare(slack, () => {}, { token: slack.botToken, botId: undefined, botUserId: undefined } as object)
  for (let time = 1; time <= 3; time++) {
    await slack.as('ada').say('#pier', 'Ahoy')
    await taken(slack, 'message', time)
    expect(slack.calls('auth.test')).toHaveLength(time)
  }
})

test('a token that is refused in the constructor ends the process', async () => {
  const slack = await workspace()
  const { code, complaint } = await inProcess(`
    import bolt from '@slack/bolt'
    const clientOptions = { slackApiUrl: '${slack.apiUrl}' }
    new bolt.App({ token: 'xoxb-revoked', signingSecret: 'x', clientOptions })
    await fetch('${slack.apiUrl}auth.test', { method: 'POST' })
    setTimeout(() => process.exit(0), 5000)
  `)
  expect(code).toBe(1)
  expect(complaint).toContain('invalid_auth')
})

test('with an authorize that names no bot, the app hears itself', async () => {
  const hears = async (botId: string | undefined) => {
    const slack = await workspace()
    const { botUserId } = slack.world.app
    const ids = botId === undefined ? {} : { botId, botUserId }
    const authorize = async () => ({ botToken: slack.botToken, ...ids })
    const heard: string[] = []
    const last = Promise.withResolvers<void>()
    const build = (app: App) => {
      app.message(async ({ message }) => {
        const text = 'text' in message ? (message.text ?? '') : ''
        heard.push(text)
        if (text === 'Over') last.resolve()
      })
    }
    await bare(slack, build, { authorize })
    await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'Mine' })
    await taken(slack, 'message', 1)
    await slack.as('ada').say('#pier', 'Over')
    await last.promise
    return heard
  }
  expect(await hears(undefined)).toEqual(['Mine', 'Over'])
  expect(await hears('B0LIGHTHOUSE')).toEqual(['Over'])
})

test('events are acknowledged before a listener throws', async () => {
  const slack = await workspace({ retries: [0, 0, 0] })
  await bare(slack, (app) => {
    app.message('Ahoy', async () => {
      throw new Error('the database is away')
    })
  })
  await slack.as('ada').say('#pier', 'Ahoy')
  await taken(slack, 'message', 1)
  expect(slack.traffic.deliveries('message')).toMatchObject([{ attempt: 0, ack: { ok: true } }])
})

test('an unknown constraint attaches nothing', async () => {
  const slack = await workspace()
  await bare(
    slack,
    (app) => {
      // A careless app names what Bolt does not know.
      app.shortcut({ callbackid: 'light' } as object, async ({ ack }) => ack())
    },
    { patience: 50 },
  )
  await expect(slack.as('ada').globalShortcut('Light the lamp')).rejects.toThrow('dispatch_failed')
})

test('message listeners also hear edits', async () => {
  const slack = await workspace()
  const heard: (string | undefined)[] = []
  const edited = Promise.withResolvers<void>()
  await bare(slack, (app) => {
    app.message(async ({ message }) => {
      heard.push(message.subtype)
      if (message.subtype) edited.resolve()
    })
  })
  const ada = slack.as('ada')
  const said = await ada.say('#pier', 'Ahoy')
  await taken(slack, 'message', 1)
  await ada.edit(said, 'Ahoy there')
  await edited.promise
  expect(heard).toEqual([undefined, 'message_changed'])
})

test('an error handler that swallows leaves 404 instead of 500', async () => {
  const statusWith = async (swallows: boolean) => {
    const slack = await workspace()
    const build = (app: App) => {
      app.command('/lamp', async () => {
        throw new Error('the lamp is out')
      })
      if (swallows) app.error(async () => {})
    }
    const { url } = await bare(slack, build, { patience: 50 })
    const body = 'command=%2Flamp&team_id=T0HARBOUR&user_id=U0ADA'
    return statusOf(slack, url, body, { type: 'application/x-www-form-urlencoded' })
  }
  expect(await statusWith(true)).toBe(404)
  expect(await statusWith(false)).toBe(500)
})

test('an Assistant swallows every threaded direct message', async () => {
  const slack = await workspace()
  const heard: string[] = []
  const replied = Promise.withResolvers<void>()
  await bare(slack, (app) => {
    app.assistant(
      new Assistant({
        threadStarted: async () => {},
        userMessage: async () => {
          heard.push('assistant')
          replied.resolve()
        },
      }),
    )
    app.message(async () => {
      heard.push('listener')
    })
  })
  const ada = slack.as('ada')
  const thread = await ada.say('@lighthouse', 'Ahoy')
  await taken(slack, 'message', 1)
  await ada.say('@lighthouse', 'And again', { thread })
  await replied.promise
  expect(heard).toEqual(['listener', 'assistant'])
})

test('convoStore grows without bound', async () => {
  const slack = await workspace()
  const convoStore = new MemoryStore()
  // What it keeps is private.
  const kept: Map<string, unknown> = Reflect.get(convoStore, 'state')
  await bare(
    slack,
    (app) =>
      app.message(async ({ context }) => {
        await context.updateConversation?.({ seen: true }, Date.now() - 1)
        slack.world.changed()
      }),
    { convoStore },
  )
  for (const place of ['#general', '#pier', '@lighthouse'] as const) await slack.as('ada').say(place, 'Ahoy')
  await slack.until(() => kept.size === 3)
  await slack.as('ada').say('#pier', 'Only here is what expired let go, and kept anew')
  await taken(slack, 'message', 4)
  expect(kept.size).toBe(3)
})
