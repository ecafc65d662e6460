import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepProducts } from '../../src/products/store.ts'
import { payments } from '../given.ts'
import { channel, decided } from './by-the-rules.ts'
import { openWorld, type StoryWorld } from './world.ts'

/** With its six procedures this makes a list of 200 items. */
const components = Array.from({ length: 194 }, (_, i) => ({
  name: `component-${i + 1}`,
  repository: null,
  owner: 'API',
  deployedBy: 'On call',
  dependsOn: [],
}))

let world: StoryWorld
beforeAll(async () => {
  world = await openWorld('postgres')
  const { db, workspace } = world.app.ctx
  await db.transaction((tx) => keepProducts(tx, workspace, [{ ...payments, components }]))
  await world.as('rm').run('/release new payments 2.4.0 1 dec 16:00', { in: '#releases' })
  await world.at('2026-11-20 17:05')
})
afterAll(() => world.close())

const run = (words: string) => world.as('rm').run(`/release ${words}`, { in: channel })
const card = async (words: string) => {
  await world.settled()
  return world.as('rm').waits(channel, (shown) => !shown.ephemeral && shown.text.includes(words))
}

test('two hundred items fit on their cards, and are all found in the list', async () => {
  const rm = world.as('rm')
  const shown = await card('payments-2.4.0 is not ready: 200 of 200 open')
  expect(shown.text).toContain('and 192 more')
  expect((await card('payments-2.4.0: preparing. 200 of 200 open')).text).toContain('198 more')
  await rm.press(shown, 'All 200 items')
  const seen = new Set<string>()
  for (let page = 0; page < 20; page++) {
    const list = await rm.waitsForModal('Readiness')
    for (const [number] of list.texts.join('\n').matchAll(/^\d+(?= )/gm)) seen.add(number)
    if (!list.buttons.includes('More')) break
    const before = list.texts.join()
    await list.press('More')
    await world.slack.until(() => rm.modal().texts.join() !== before)
  }
  expect(seen.size).toBe(200)
  await rm.modal().closeAll()
})

test('three hundred changes fit on the vote', async () => {
  const rm = world.as('rm')
  const scope = await run('scope')
  await rm.press(scope.first, 'Edit…')
  const form = await rm.waitsForModal('Scope')
  const lines = Array.from({ length: 300 }, (_, i) => `${i % 2 ? 'fix' : 'feature'}: ${i}`)
  await form.fill({ Changes: lines.slice(0, 150).join('\n') })
  await form.submit()
  const saved = await rm.waitsForModal('Shipshape')
  await saved.press('Edit…')
  const more = await rm.waitsForModal('Scope')
  await more.fill({ 'More changes': lines.slice(150).join('\n') })
  await more.submit()
  await rm.modal().closeAll()
  await decided(world)
  await card('Go: payments-2.4.0')
  expect((await run('vote')).text).toContain('300')
})
