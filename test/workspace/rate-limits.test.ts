import { WebClient } from '@slack/web-api'
import { describe, expect, test } from 'vitest'
import { RateLimits } from './api/rate-limits.ts'
import { client, workspace } from './small/start.ts'

/** Limits with a stopwatch that moves when told to. */
function counted(options: { distributed?: boolean } = {}) {
  let now = 0
  const limits = new RateLimits({ rateLimits: 'slack', stopwatch: () => now, ...options })
  const pass = (ms: number) => {
    now += ms
  }
  return { limits, pass }
}

describe('so many calls are taken at once', () => {
  test.each([
    ['apps.uninstall', 1, 1, 60],
    ['pins.add', 2, 20, 3],
    ['chat.update', 3, 50, 2],
    ['views.open', 4, 100, 1],
    ['auth.test', 'special', 300, 1],
  ] as const)('%s, tier %s: %i, then it is %i s to wait', (method, tier, most, wait) => {
    const { limits, pass } = counted()
    const taken = () => limits.take(method, tier, undefined)
    expect(Array.from({ length: most }, taken).every((seconds) => seconds === 0)).toBe(true)
    expect(taken()).toBe(wait)
    pass(wait * 1000)
    expect(taken()).toBe(0)
  })

  test('a post a second into one channel, with short bursts', () => {
    const { limits, pass } = counted()
    const post = (channel: string) => limits.take('chat.postMessage', 'special', channel)
    expect([1, 2, 3, 4, 5, 6].map(() => post('C1'))).toEqual([0, 0, 0, 0, 0, 1])
    expect(post('C2')).toBe(0)
    pass(1000)
    expect([post('C1'), post('C1')]).toEqual([0, 1])
  })

  test('who is refused uses nothing up', () => {
    const { limits, pass } = counted()
    const post = () => limits.take('chat.postMessage', 'special', 'C1')
    for (let many = 0; many < 400; many += 1) post()
    pass(1000)
    expect(post()).toBe(0)
  })

  test('★ histories once a minute for an app that is sold outside the Marketplace', () => {
    const { limits } = counted({ distributed: true })
    const read = (method: string) => limits.take(method, 3, 'C1')
    expect([read('conversations.history'), read('conversations.history')]).toEqual([0, 60])
    expect([read('conversations.replies'), read('conversations.replies')]).toEqual([0, 60])
    expect([read('conversations.info'), read('conversations.info')]).toEqual([0, 0])
  })
})

describe('over the wire', () => {
  test('too many is a 429 that says when to come back, for that method only', async () => {
    const slack = await workspace()
    const add = () =>
      fetch(`${slack.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${slack.botToken}` },
        body: new URLSearchParams({ channel: 'C0PIER', text: 'x' }),
      })
    for (let many = 0; many < 5; many += 1) expect((await add()).status).toBe(200)
    const refused = await add()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    expect(await refused.json()).toEqual({ ok: false, error: 'ratelimited' })
    expect(slack.as('bo').sees('#pier')).toHaveLength(5)
    await client(slack).chat.postMessage({ channel: 'C0GENERAL', text: 'x' })
    await client(slack).conversations.info({ channel: 'C0PIER' })
  })

  test('the official client reads how long to wait', async () => {
    const slack = await workspace()
    const web = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, rejectRateLimitedCalls: true })
    const post = () => web.chat.postMessage({ channel: 'C0PIER', text: 'x' })
    for (let many = 0; many < 5; many += 1) await post()
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 1 })
  })

  test('★ fifteen messages a page for an app that is sold outside the Marketplace', async () => {
    const slack = await workspace({ distributed: true })
    for (let many = 0; many < 16; many += 1) await slack.as('ada').say('#pier', 'x')
    const history = await client(slack).conversations.history({ channel: 'C0PIER', limit: 100 })
    expect(history.messages).toHaveLength(15)
    expect(history.has_more).toBe(true)
  })

  test('nothing is counted unless it is asked for', async () => {
    const slack = await workspace({ rateLimits: 'off' })
    const web = client(slack)
    const post = () => web.chat.postMessage({ channel: 'C0PIER', text: 'x' })
    await Promise.all([1, 2, 3, 4, 5, 6, 7].map(post))
    expect(slack.calls('chat.postMessage').every((call) => call.status === 200)).toBe(true)
  })
})
