import { describe, expect, test } from 'vitest'
import { client, httpApp, socketApp, workspace } from '../small/start.ts'
import type { Workspace } from '../workspace.ts'
import type { FaultPlanInput } from './plan.ts'

const post = (slack: Workspace, text = 'x') => client(slack).chat.postMessage({ channel: 'C0PIER', text })
const texts = (slack: Workspace) =>
  slack
    .as('bo')
    .sees('#pier')
    .map((shown) => shown.text)

/** What an app heard said, in order. */
async function listening(slack: Workspace, connect = httpApp) {
  const heard: string[] = []
  await connect(slack, (app) => {
    app.message(async ({ message }) => {
      heard.push('text' in message ? (message.text ?? '') : '')
      slack.world.changed()
    })
    app.command('/lamp', async ({ ack }) => ack('lit'))
  })
  return heard
}

describe('the next call', () => {
  test('whose answer is dropped has done its work', async () => {
    const slack = await workspace()
    slack.faults.nextCall('chat.postMessage', { kind: 'drop_answer' })
    await expect(post(slack, 'once')).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
    expect(texts(slack)).toEqual(['once'])
    await post(slack, 'twice')
    expect(slack.faults.met).toEqual({ drop_answer: 1 })
    expect(slack.calls('chat.postMessage').map((call) => call.fault)).toEqual(['drop_answer', undefined])
  })

  test.each([
    [false, []],
    [true, ['x']],
  ])('that fails inside Slack, work done: %s', async (done, seen) => {
    const slack = await workspace()
    slack.faults.nextCall('chat.*', { kind: 'server_error', status: 502, done })
    await expect(post(slack)).rejects.toMatchObject({ statusCode: 502 })
    expect(texts(slack)).toEqual(seen)
  })

  test('that is one too many is told when to come again, and does nothing', async () => {
    const slack = await workspace()
    slack.faults.nextCall('chat.postMessage', { kind: 'rate_limit', retryAfter: 7 })
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST' })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
  })

  test('that is delayed is overtaken', async () => {
    const slack = await workspace()
    slack.faults.nextCall('chat.postMessage', { kind: 'delay', ms: 150 })
    const slow = post(slack).then(() => 'the delayed')
    const quick = client(slack)
      .auth.test()
      .then(() => 'the other')
    expect(await Promise.race([slow, quick])).toBe('the other')
    await slow
  })
})

describe('the next delivery', () => {
  test('of an event that is dropped comes again as a retry', async () => {
    const slack = await workspace({ retries: [0] })
    const heard = await listening(slack)
    slack.faults.nextDelivery('message', { kind: 'drop' })
    await slack.as('ada').say('#pier', 'hello')
    await slack.until(() => heard.length === 1)
    expect(slack.traffic.deliveries('message')).toMatchObject([
      { by: 'nothing', attempt: 0, fault: 'drop', ack: { ok: false } },
      { by: 'http', attempt: 1 },
    ])
  })

  test('whose acknowledgement is lost comes again although it was heard', async () => {
    const slack = await workspace({ retries: [0] })
    const heard = await listening(slack)
    slack.faults.nextDelivery('message', { kind: 'lose_ack' })
    await slack.as('ada').say('#pier', 'hello')
    await slack.until(() => heard.length === 2)
    const ids = slack.traffic.deliveries('message').map((one) => one.payload.event_id)
    expect(new Set(ids).size).toBe(1)
  })

  test('that is doubled arrives twice with one id', async () => {
    const slack = await workspace()
    const heard = await listening(slack)
    slack.faults.nextDelivery('message', { kind: 'duplicate' })
    await slack.as('ada').say('#pier', 'hello')
    await slack.until(() => heard.length === 2)
    const ids = slack.traffic.deliveries('message').map((one) => one.payload.event_id)
    expect(new Set(ids).size).toBe(1)
  })

  test('that is held back arrives after the next', async () => {
    const slack = await workspace()
    const heard = await listening(slack)
    slack.faults.nextDelivery('message', { kind: 'reorder' })
    await slack.as('ada').say('#pier', 'one')
    await slack.as('ada').say('#pier', 'two')
    await slack.until(() => heard.length === 2)
    expect(heard).toEqual(['two', 'one'])
  })

  test('that breaks its socket goes over another', async () => {
    const slack = await workspace({ retries: [0] })
    const heard = [await listening(slack, socketApp), await listening(slack, socketApp)]
    slack.faults.nextDelivery('message', { kind: 'disconnect' })
    await slack.as('ada').say('#pier', 'hello')
    await slack.until(() => heard.flat().length === 1)
    expect(slack.faults.met).toEqual({ disconnect: 1 })
  })

  test('of a command that is dropped fails before the person who typed it', async () => {
    const slack = await workspace()
    await listening(slack)
    slack.faults.nextDelivery('/lamp', { kind: 'drop' })
    const bo = slack.as('bo')
    expect((await bo.run('/lamp', { in: '#pier' })).text).toContain('dispatch_failed')
    expect((await bo.run('/lamp', { in: '#pier' })).text).toBe('lit')
  })

  test('of a command is never doubled: only events are', async () => {
    const slack = await workspace()
    await listening(slack)
    slack.faults.nextDelivery('/lamp', { kind: 'duplicate' })
    await slack.as('bo').run('/lamp', { in: '#pier' })
    expect(slack.traffic.deliveries('/lamp')).toHaveLength(1)
    expect(slack.faults.met).toEqual({})
  })
})

describe('a plan', () => {
  const tenth: FaultPlanInput = {
    seed: 7,
    calls: [{ of: 'chat.*', share: 0.3, fault: { kind: 'server_error' } }],
  }
  const outcomes = async (slack: Workspace) => {
    const all: boolean[] = []
    for (let n = 1; n <= 20; n++) {
      all.push(
        await post(slack).then(
          () => true,
          () => false,
        ),
      )
    }
    return all
  }

  test('with the same seed brings the same faults to the same calls, whatever else is called', async () => {
    const options = { faults: tenth, rateLimits: 'off' as const }
    const [one, two] = [await workspace(options), await workspace(options)]
    const first = await outcomes(one)
    await client(two).auth.test()
    expect(await outcomes(two)).toEqual(first)
    expect(one.faults.met.server_error).toBe(first.filter((ok) => !ok).length)
    expect(new Set(first)).toEqual(new Set([true, false]))
  })

  test('may be changed while the workspace runs', async () => {
    const slack = await workspace()
    await post(slack)
    slack.faults.change({ calls: [{ share: 1, fault: { kind: 'server_error' } }] })
    await expect(post(slack)).rejects.toMatchObject({ statusCode: 503 })
    slack.faults.change({})
    await post(slack)
  })

  test('that makes no sense is refused, and the one before stays', async () => {
    const slack = await workspace({ faults: tenth })
    expect(() => slack.faults.change({ calls: [{ share: 2, fault: { kind: 'drop_answer' } }] })).toThrow()
    expect(slack.faults.plan.calls).toHaveLength(1)
  })

  test('takes the paid features and the right to make channels away, and gives them back', async () => {
    const slack = await workspace()
    const web = client(slack)
    slack.faults.change({ workspace: { paid: false, restricted: true } })
    await expect(web.usergroups.list()).rejects.toThrow('plan_upgrade_required')
    await expect(web.conversations.create({ name: 'mole' })).rejects.toThrow('restricted_action')
    slack.faults.change({ workspace: { paid: true, restricted: false } })
    await web.usergroups.list()
    await web.conversations.create({ name: 'mole' })
  })

  test('removes the app, and installs it anew', async () => {
    const slack = await workspace()
    slack.faults.change({ workspace: { removed: true } })
    await expect(client(slack).auth.test()).rejects.toThrow('account_inactive')
    slack.faults.change({ workspace: { removed: false } })
    await client(slack).auth.test()
    await expect(post(slack)).rejects.toThrow('not_in_channel')
  })
})

describe('a hold', () => {
  test('after the work keeps the answer back, of that one call only', async () => {
    const slack = await workspace()
    const held = slack.hold('chat.postMessage', 'after work', (call) => call.args.text === 'held')
    await post(slack, 'passes before')
    const posting = post(slack, 'held')
    expect((await held.reached).args.text).toBe('held')
    expect(texts(slack)).toContain('held')
    await post(slack, 'passes after')
    held.release()
    expect(await posting).toMatchObject({ ok: true })
  })

  test('before the work keeps the work back', async () => {
    const slack = await workspace()
    const held = slack.hold('chat.postMessage', 'before work')
    const posting = post(slack, 'held')
    await held.reached
    expect(texts(slack)).toEqual([])
    held.release()
    await posting
    expect(texts(slack)).toEqual(['held'])
  })
})
