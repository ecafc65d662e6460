import { afterEach, describe, expect, test } from 'vitest'
import type { HoldPoint } from '../workspace/faults/hold.ts'
import type { Place } from '../workspace/person/place.ts'
import type { ApiCall } from '../workspace/traffic.ts'
import { channel, openProcess, type ProcessStage, without } from './process-stage.ts'

let stage: ProcessStage
afterEach(() => stage.close())

const saying = (words: string) => (call: ApiCall) => JSON.stringify(call.args).includes(words)

/** SIGKILL while Slack holds the answer to a call that this act brings about; then a new start. */
async function killedAt(method: string, point: HoldPoint, words: string, act: () => Promise<unknown>) {
  const held = stage.slack.hold(method, point, saying(words))
  await act()
  await held.reached
  await stage.kill()
  held.release()
  console.log(`killed at ${method}, ${point}`)
  await stage.restart()
}

const run = (words: string, place: Place = channel) =>
  stage.slack.as('rm').run(`/release ${words}`, { in: place })
const plan = () => run('new payments 2.4.0 in 3 hours because refunds the same day', '#releases')

/** Killed when the channel was made, when its first card was posted, and before a card was drawn anew. */
async function killedThrice() {
  await killedAt('conversations.create', 'after work', 'rel-payments', plan)
  await killedAt('chat.postMessage', 'after work', 'is not ready', async () => {})
  await stage.sees('rm', 'is not ready')
  await killedAt('chat.update', 'before work', 'on hold', () => run('hold refund errors'))
  await stage.sees('rm', 'payments-2.4.0: on hold')
}

const channels = () =>
  [...stage.slack.world.channels.values()].filter(({ name }) => name.startsWith('rel-payments')).length
const posted = (words: string) =>
  stage.slack.calls('chat.postMessage').filter((call) => call.answer?.ok === true && saying(words)(call))
    .length

describe('killed in the middle of a call', { timeout: 240_000 }, () => {
  test('nothing is lost, and nothing is made or said twice', async () => {
    stage = await openProcess()
    await killedThrice()
    expect([channels(), posted('is not ready')]).toEqual([1, 1])
  })

  test('what Slack holds already would be made again without its guard', async () => {
    stage = await openProcess(without('search-off.ts'))
    await killedAt('conversations.create', 'after work', 'rel-payments', plan)
    await stage.slack.until(() => channels() === 2, 60_000)
  })
})
