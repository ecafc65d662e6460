import { describe, expect, test } from 'vitest'
import { workspace } from '../small/start.ts'
import { EventLimit } from './event-limit.ts'

describe('events an hour', () => {
  test('are told up to the limit, then it is said once a minute that there were more', () => {
    const limit = new EventLimit(2)
    const at = [0, 1, 2, 3, 59_999, 60_000, 60_001].map((ms) => 3_600_000 + ms)
    expect(at.map((now) => limit.take(now))).toEqual([
      'send',
      'send',
      'say so',
      'withhold',
      'withhold',
      'say so',
      'withhold',
    ])
  })

  test('begin anew with the next hour', () => {
    const limit = new EventLimit(1)
    expect([3_600_000, 3_600_001, 7_200_000].map((now) => limit.take(now))).toEqual([
      'send',
      'say so',
      'send',
    ])
  })

  test('over the limit are told as app_rate_limited, without an event', async () => {
    const slack = await workspace({ eventsPerHour: 1, retries: [] })
    for (const text of ['one', 'two', 'three']) await slack.as('ada').say('#pier', text)
    expect(slack.traffic.deliveries().map((one) => one.name)).toEqual(['message', 'app_rate_limited'])
    const [, over] = slack.traffic.deliveries()
    expect(over?.payload).toEqual({
      token: slack.world.app.verificationToken,
      type: 'app_rate_limited',
      team_id: 'T0HARBOUR',
      api_app_id: 'A0LIGHTHOUSE',
      minute_rate_limited: expect.any(Number),
    })
  })
})
