import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type EchoWorld, openEcho } from './echo-world.ts'

let world: EchoWorld
beforeEach(async () => {
  world = await openEcho({ transport: 'socket' })
})
afterEach(() => world.close())

const isReady = async () => (await fetch(`http://127.0.0.1:${world.app.port}/readyz`)).ok

test('a socket that is refused for a moment is asked for again, and hears what comes then', async () => {
  world.slack.faults.nextCall('apps.connections.open', { kind: 'server_error', status: 503, done: false })
  world.slack.disconnect('refresh_requested')
  await world.slack.answered('apps.connections.open', 3)
  await vi.waitFor(async () => {
    await world.as('rm').run('/release status', { in: '#releases' })
    const [last] = world.slack.traffic.deliveries('/release').slice(-1)
    expect(last?.ack?.ok).toBe(true)
  }, 20_000)
})

test('it is not ready while the socket is away, and ready again with the next', async () => {
  expect(await isReady()).toBe(true)
  const held = world.slack.hold('apps.connections.open', 'before work')
  world.slack.disconnect('warning')
  await held.reached
  expect(await isReady()).toBe(false)
  held.release()
  await expect.poll(isReady, { timeout: 20_000 }).toBe(true)
})
