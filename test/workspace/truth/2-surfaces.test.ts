import { expect, test } from 'vitest'
import { ResponseUrls } from '../delivery/response-urls.ts'
import { Triggers } from '../delivery/triggers.ts'
import { client, httpApp, workspace } from '../small/start.ts'

const view = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'Form' }, blocks: [] }

test('a response_url is good for 5 uses in 30 minutes, and respond() throws after that without trying again', async () => {
  const slack = await workspace()
  const failed = Promise.withResolvers<unknown>()
  await httpApp(slack, (app) => {
    app.command('/lamp', async ({ ack, respond }) => {
      await ack()
      for (let use = 1; use <= 5; use++) await respond(`Answer ${use}`)
      await respond('Answer 6').catch(failed.resolve)
    })
  })
  const { text } = await slack.as('ada').run('/lamp', { in: '#pier', answers: 5 })
  expect(text.split('\n')).toEqual([1, 2, 3, 4, 5].map((use) => `Answer ${use}`))
  expect(await failed.promise).toMatchObject({ code: 'slack_bolt_respond_error', statusCode: 404 })

  let now = 0
  const urls = new ResponseUrls(
    'T1',
    () => 'http://slack.example',
    () => now,
  )
  const path = new URL(urls.issue('commands', { user: 'U1', channel: 'C1', answers: [] })).pathname
  now = 30 * 60_000 + 1
  expect(urls.use(path)).toBe('expired_url')
})

test('a trigger_id lives 3 seconds and is good once', async () => {
  const slack = await workspace()
  const triggers: string[] = []
  await httpApp(slack, (app) => {
    app.command('/lamp', async ({ ack, body }) => {
      triggers.push(body.trigger_id)
      await ack()
    })
  })
  await slack.as('ada').run('/lamp', { in: '#pier' })
  const [trigger_id = ''] = triggers
  await client(slack).views.open({ trigger_id, view })
  await expect(client(slack).views.open({ trigger_id, view })).rejects.toThrow('exchanged_trigger_id')

  let now = 0
  const slow = new Triggers(() => now)
  const late = slow.issue('U1')
  now = 3001
  expect(() => slow.spend(late)).toThrow('expired_trigger_id')
})

test('views.update of a closed view is not_found', async () => {
  const slack = await workspace()
  await httpApp(slack, (app) => {
    app.command('/lamp', async ({ ack, body, client }) => {
      await ack()
      await client.views.open({ trigger_id: body.trigger_id, view })
    })
  })
  const ada = slack.as('ada')
  await ada.run('/lamp', { in: '#pier' })
  const form = await ada.waitsForModal('Form')
  await form.cancel()
  await expect(client(slack).views.update({ view_id: form.open.id, view })).rejects.toThrow('not_found')
})
