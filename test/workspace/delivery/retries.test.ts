import { describe, expect, test } from 'vitest'
import { httpApp, workspace } from '../small/start.ts'

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
