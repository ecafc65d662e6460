import { expect, test } from 'vitest'
import { scenes } from '../../scripts/demo/play.ts'
import { playScenes } from '../../scripts/demo/script.ts'
import { openWorld } from './world.ts'

/** What `npm run demo -- --play` plays. */
test.each([
  ['pglite', 'socket'],
  ['postgres', 'http'],
] as const)(
  'a whole release on %s by %s brings every message that it should, and no other',
  {
    timeout: 180_000,
  },
  async (engine, transport) => {
    const world = await openWorld(engine, { transport })
    const { heard, problems } = await playScenes(world, scenes)
    const announced = await world.as('reader').waits('#releases', 'payments-2.4.0 is live')
    const review = await world.as('reader').waitsInThread(announced, 'payments-2.4.0 reviewed')
    await world.close()
    expect(problems).toEqual([])

    const before = heard.slice(
      0,
      heard.findIndex(({ text }) => text.includes('in review')),
    )
    const pings = before.filter(({ text }) => !text.startsWith('How was')).flatMap((one) => one.pings)
    expect(review.text).toContain(`${pings.length} pings, ${new Set(pings).size} people`)
  },
)

test('a message that is missing, or one too many, is a problem', async () => {
  const world = await openWorld('postgres')
  const line = '/release new payments 2.4.0 1 dec 16:00'
  const scene = {
    title: 'rm plans',
    act: () => world.as('rm').run(line, { in: '#releases' }),
    brings: [
      { where: 'only rm', says: 'Planned' },
      { where: '@qa-lead', says: 'Your vote' },
    ],
  }
  const { problems } = await playScenes(world, [scene], { patience: 500 })
  await world.close()
  expect(problems).toEqual([
    'rm plans: missing in @qa-lead: Your vote',
    'rm plans: unexpected in #releases: payments-2.4.0 opens Tue 1 Dec, 16:00 Berlin',
  ])
})
