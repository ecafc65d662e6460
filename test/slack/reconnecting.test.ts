import { expect, test, vi } from 'vitest'
import { openEcho } from './echo-world.ts'

test('a socket that is refused for a moment is asked for again, and hears what comes then', async () => {
  const world = await openEcho({ transport: 'socket' })
  world.slack.faults.nextCall('apps.connections.open', { kind: 'server_error', status: 503, done: false })
  world.slack.disconnect('refresh_requested')
  await world.slack.answered('apps.connections.open', 3)
  await vi.waitFor(async () => {
    await world.as('rm').run('/release status', { in: '#releases' })
    const [last] = world.slack.traffic.deliveries('/release').slice(-1)
    expect(last?.ack?.ok).toBe(true)
  }, 20_000)
  await world.close()
})
