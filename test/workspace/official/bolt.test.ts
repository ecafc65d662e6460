import { describe, expect, test } from 'vitest'
import { httpApp, socketApp, workspace } from '../small/start.ts'
import { pingpong } from './pingpong.ts'

describe.each([
  ['HTTP', httpApp],
  ['Socket Mode', socketApp],
])('a ping-pong bot over %s', (_, serve) => {
  test('plays everything that a person can start', async () => {
    const slack = await workspace()
    const heard: string[] = []
    await serve(slack, (app) => pingpong(app, heard))
    const ada = slack.as('ada')

    const rally = await ada.run('/lamp rally', { in: '#pier', answers: 5 })
    expect(rally.all.map((answer) => answer.text)).toEqual([1, 2, 3, 4, 5].map((hit) => `pong ${hit}`))

    await ada.press((await ada.run('/lamp', { in: '#pier', answers: 1 })).first, 'Ping')
    await ada.waits('#pier', 'pong')
    const said = await ada.say('#pier', 'ping')
    await ada.shortcut(said, 'Log it')
    await ada.waits('#pier', 'Logged: ping')
    expect((await ada.openHome('Score')).text).toBe('Score 1 : 0')

    await ada.globalShortcut('Light the lamp')
    const match = await ada.waitsForModal('Match')
    await match.fill({ Rival: 'Ada' })
    await match.submit()
    expect(match.errors).toEqual({ Rival: 'Ada rests.' })
    await match.fill({ Rival: 'Bo' })
    await match.submit()
    await (await ada.waitsForModal('Stakes')).cancel()
    await slack.until(() => heard.length === 1)
    expect(heard).toEqual(['stakes closed'])
    expect(ada.modal().title).toBe('Match')
  })
})

test('an event that could not be stored comes again and is then taken', async () => {
  const slack = await workspace({ retries: [0, 0, 0] })
  const stored: (number | undefined)[] = []
  const app = await httpApp(slack, () => {})
  const process = app.processEvent.bind(app)
  let away = true
  app.processEvent = async (event) => {
    if (away) {
      away = false
      throw new Error('the store is away')
    }
    stored.push(event.retryNum)
    await process(event)
  }
  await slack.as('ada').say('#pier', 'Ahoy')
  await slack.until(() => stored.length === 1)
  expect(stored).toEqual([1])
})
