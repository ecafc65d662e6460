import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { engines } from '../databases.ts'
import { openWorld, type StoryWorld } from './world.ts'

describe.each(engines)('planning on %s', (engine) => {
  let world: StoryWorld
  beforeEach(async () => {
    world = await openWorld(engine)
  })
  afterEach(() => world.close())

  test('a release planned in one line is announced, gets its channel when preparing begins, and tells its status', async () => {
    const rm = world.as('rm')
    const line = '/release new payments 2.4.0 1 dec 16:00 because refunds reach customers the same day'

    const planned = await rm.run(line, { in: '#releases' })
    expect(planned.text).toContain('Planned: payments-2.4.0 opens')

    const announced = await rm.waits(
      '#releases',
      (shown) => !shown.ephemeral && shown.text.includes('payments-2.4.0 opens'),
    )
    expect(announced.text).toContain('Refunds reach customers the same day.')
    expect(announced.text).toContain('in Berlin: Tue 16:00')

    await world.at('2026-11-20 17:05')
    const card = await rm.waits('#rel-payments-2-4-0', 'payments-2.4.0: preparing')
    expect(card.text).toContain('Opens')

    const status = await rm.run('/release status', { in: '#rel-payments-2-4-0' })
    expect(status.text).toContain('payments-2.4.0: preparing')
  })
})
