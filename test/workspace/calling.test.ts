import { describe, expect, test } from 'vitest'
import { changedManifest, client, workspace } from './small/start.ts'

describe('a call of the Web API', () => {
  test('knows who is asking', async () => {
    const slack = await workspace()
    expect(await client(slack).auth.test()).toMatchObject({
      team_id: 'T0HARBOUR',
      user: 'lighthouse',
      user_id: 'U0LIGHTHOUSE',
      bot_id: 'B0LIGHTHOUSE',
      response_metadata: { scopes: expect.arrayContaining(['chat:write']) },
    })
  })

  test.each([
    ['no token', '', 'not_authed'],
    ['a token of nobody', 'xoxb-made-up', 'invalid_auth'],
  ])('with %s is refused', async (_, token, word) => {
    const slack = await workspace()
    const response = await fetch(`${slack.apiUrl}auth.test`, {
      method: 'POST',
      ...(token && { headers: { authorization: `Bearer ${token}` } }),
    })
    expect([response.status, await response.json()]).toEqual([200, { ok: false, error: word }])
  })

  test('of a method that is not there is refused', async () => {
    const slack = await workspace()
    await expect(client(slack).apiCall('chat.shout', {})).rejects.toThrow('unknown_method')
  })

  test('without a scope is told which, and which it has', async () => {
    const slack = await workspace({ manifest: await changedManifest('- pins:write', '') })
    const pin = client(slack).pins.add({ channel: 'C0PIER', timestamp: '1.000000' })
    await expect(pin).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'pins:write', provided: expect.stringContaining('chat:write') },
    })
  })

  test('names each argument that is missing, and ignores what it does not know', async () => {
    const slack = await workspace()
    await expect(
      client(slack).apiCall('conversations.setTopic', { channel: 'C0PIER' }),
    ).rejects.toMatchObject({
      data: {
        error: 'invalid_arguments',
        response_metadata: { messages: ['[ERROR] missing required field: topic'] },
      },
    })
    expect(
      await client(slack).apiCall('conversations.info', { channel: 'C0PIER', team_id: 'T9' }),
    ).toMatchObject({ ok: true })
  })

  test('is kept with its arguments, token and answer', async () => {
    const slack = await workspace()
    await client(slack).chat.postMessage({ channel: 'C0PIER', text: 'x' })
    expect(slack.calls('chat.postMessage')).toMatchObject([
      { args: { channel: 'C0PIER', text: 'x' }, token: slack.botToken, answer: { ok: true }, status: 200 },
    ])
  })
})

describe('a test that steps in', () => {
  test('holds a call before its work', async () => {
    const slack = await workspace()
    const gate = Promise.withResolvers<undefined>()
    const reached = Promise.withResolvers<void>()
    slack.before('chat.postMessage', () => {
      reached.resolve()
      return gate.promise
    })
    const posting = client(slack).chat.postMessage({ channel: 'C0PIER', text: 'x' })
    await reached.promise
    expect(slack.as('bo').sees('#pier')).toEqual([])
    gate.resolve(undefined)
    await posting
    expect(slack.as('bo').sees('#pier')).toHaveLength(1)
  })

  test('fails a call, until it steps out', async () => {
    const slack = await workspace()
    const stop = slack.before('chat.postMessage', () => ({ body: { ok: false, error: 'fatal_error' } }))
    const post = () => client(slack).chat.postMessage({ channel: 'C0PIER', text: 'x' })
    await expect(post()).rejects.toThrow('fatal_error')
    stop()
    await post()
  })

  test('answers with another status and headers', async () => {
    const slack = await workspace()
    const headers = { 'retry-after': '7' }
    slack.before('chat.postMessage', () => ({
      body: { ok: false, error: 'ratelimited' },
      status: 429,
      headers,
    }))
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST' })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
  })

  test('drops the answer when the work is done', async () => {
    const slack = await workspace()
    slack.after('chat.postMessage', () => 'drop')
    const posting = client(slack).chat.postMessage({ channel: 'C0PIER', text: 'x' })
    await expect(posting).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
    expect(slack.as('bo').sees('#pier')).toHaveLength(1)
  })
})

test('two workspaces side by side share nothing but ids', async () => {
  const [one, two] = [
    await workspace(),
    await workspace({ team: { id: 'T0OTHER', name: 'Other', domain: 'other' } }),
  ]
  await client(one).chat.postMessage({ channel: 'C0PIER', text: 'Here only' })
  expect(one.as('bo').id).toBe(two.as('bo').id)
  expect(two.as('bo').sees('#pier')).toEqual([])
  const crossed = client(two, one.botToken).auth.test()
  await expect(crossed).rejects.toThrow('invalid_auth')
})
