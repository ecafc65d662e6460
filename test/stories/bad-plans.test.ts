import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyManifest } from '../../src/manifest/apply.ts'
import { loadManifest } from '../../src/manifest/manifest.ts'
import { unchanged } from './unchanged.ts'
import { openWorld, type StoryWorld } from './world.ts'

let world: StoryWorld
beforeAll(async () => {
  world = await openWorld('postgres', { begins: '2026-11-25 10:00' })
  await run('new payments 2.4.0 1 dec 16:00 because refunds the same day')
  await world.settled()
})
afterAll(() => world.close())

const run = (words: string, handle = 'rm', place: `#${string}` = '#releases') =>
  world.as(handle).run(`/release ${words}`, { in: place })
const refused = (words: string) => unchanged(world, () => run(words))

describe('a line that plans nothing', () => {
  test.each([
    ['new payments 2.5.0', 'When does it open? I read payments, 2.5.0, no date.'],
    ['new payments 2.5.0 because of refunds', 'When does it open? I read payments, 2.5.0, no date.'],
    ['new payments 2.5.0 soonish', 'When does it open? I read payments, 2.5.0, no date.'],
    ['new payments 2.5.0 32 dec 25:00', 'When does it open? I read payments, 2.5.0, no date.'],
    ['new payments 2.5.0 standard', 'When does it open? I read payments, 2.5.0, standard, no date.'],
    ['new payments 2.5.0 tue', 'At what time? I read payments, 2.5.0 and a day.'],
    ['new payments', 'Which version? I read payments.'],
  ])('%s says what was read and gives the right form', async (words, told) => {
    expect((await refused(words)).text).toBe(`${told} Like: /release new payments 2.4.0 tue 16:00`)
  })

  test.each([
    [
      'new payments 2.5.0 tue 16:00 refunds are slow',
      'I read payments, 2.5.0 and a date, but not "refunds are slow". A reason comes after "because".',
    ],
    [
      'new payments 2_5!0 tue 16:00',
      '"2_5!0" is no version. Small letters, digits, dots and dashes, like 2.4.0',
    ],
    ['new payroll 2.5.0 tue 16:00', 'I know no product "payroll". Known: ledger, payments, search, trial'],
  ])('%s', async (words, told) => {
    expect((await refused(words)).text).toBe(told)
  })

  test('with a product misspelt offers the right one, and keeps the rest', async () => {
    const { first, text } = await refused('new paymnets 2.6.0 tue 16:00 because <5ms & @dba asked')
    expect(text).toContain('I know no product "paymnets". Did you mean payments?')
    await world.as('rm').press(first, 'payments')
    const planned = await world.as('rm').waits('#releases', 'Planned: payments-2.6.0')
    expect(planned.text).toContain('"<5ms & @dba asked"')
  })

  test('for a version that exists shows which', async () => {
    const { first, text } = await refused('new payments 2.4.0 fri 10:00')
    expect(text).toContain('payments-2.4.0 exists: preparing, opens Tue 1 Dec.')
    await world.as('rm').press(first, 'Show it')
    await world
      .as('rm')
      .waits('#releases', (shown) => shown.ephemeral && shown.text.includes('payments-2.4.0: preparing'))
  })
})

describe('a date in the past', () => {
  test('of a new release is offered again a week later, with everything else', async () => {
    const { first, text } = await refused('new payments 2.7.0 standard tue 24 nov 16:00 because load test')
    expect(text).toContain('Tue 24 Nov, 16:00 has passed. Next one?')
    expect(first.buttons).toEqual(['Tue 1 Dec, 16:00'])
    await world.as('rm').press(first, 'Tue 1 Dec, 16:00')
    expect((await world.as('rm').waits('#releases', 'Planned: payments-2.7.0')).text).toContain('"load test"')
  })

  test('stands in the zone of whoever typed it', async () => {
    const { first, text } = await unchanged(world, () =>
      run('new payments 2.8.0 tue 24 nov 10:00', 'sec-second'),
    )
    expect(text).toContain('Tue 24 Nov, 10:00 has passed. Next one?')
    expect(first.buttons).toEqual(['Tue 1 Dec, 10:00'])
    await world.as('sec-second').press(first, 'Tue 1 Dec, 10:00')
    const planned = await world.as('rm').waits('#releases', 'payments-2.8.0 opens')
    expect(planned.text).toContain('in Berlin: Tue 16:00')
  })

  test('of a move is offered again likewise', async () => {
    const { first, text } = await refused('move payments-2.4.0 mon 23 nov 16:00 because load test late')
    expect(text).toContain('Mon 23 Nov, 16:00 has passed. Next one?')
    await unchanged(world, () => world.as('rm').press(first, 'Mon 30 Nov, 16:00'))
    const asked = await world.as('rm').waits('#releases', 'Move payments-2.4.0 to')
    expect(asked.text).toMatch(/^With it: .*the vote opens/m)
    expect(asked.text).toContain('"load test late"')
    expect(asked.buttons).toEqual(['Move it', 'Keep'])
  })

  test.each([
    ['move payments-2.4.0 sometime', 'To when? I read "sometime", no date.'],
    ['move payments-2.4.0 because load test late', 'To when? I read no date.'],
    ['move payments-2.4.0 thu', 'To when? I read "thu", no time.'],
  ])('%s', async (words, told) => {
    expect((await refused(words)).text).toBe(`${told} Like: /release move thu 16:00 because load test late`)
  })
})

describe('the form', () => {
  async function filled(entries: Record<string, string>) {
    const rm = world.as('rm')
    await run('new')
    const form = await rm.waitsForModal('Plan a release')
    await form.fill({
      Product: 'Payments',
      Version: '3.0.0',
      'Opens to first users': '2026-12-08T15:00:00Z',
      'Why, in business words': 'refunds *the same day*',
      Changes: 'fix: one\nfeature: two https://example.com/2',
      ...entries,
    })
    await unchanged(world, () => form.submit())
    return form
  }

  test.each([
    ['Version', '2.4.0', 'payments-2.4.0 exists: preparing, opens Tue 1 Dec.'],
    [
      'Version',
      'two point four',
      '"two point four" is no version. Small letters, digits, dots and dashes, like 2.4.0',
    ],
    [
      'Opens to first users',
      '2026-11-24T15:00:00Z',
      'Tue 24 Nov, 16:00 has passed. Next one: Tue 1 Dec, 16:00?',
    ],
    ['Release manager', 'visitor', 'The release manager must be a member of this workspace.'],
    ['Deputy', 'visitor', 'The deputy must be a member of this workspace.'],
  ])('with a wrong %s (%s) says so beside it and keeps everything', async (label, entry, told) => {
    const form = await filled({ [label]: entry })
    expect(form.errors).toEqual({ [label]: told })
    expect(form.fields).toMatchObject({
      'Why, in business words': 'refunds *the same day*',
      Changes: 'fix: one\nfeature: two https://example.com/2',
    })
    await form.closeAll()
  })

  test('mended, it plans', async () => {
    const form = await filled({ Version: '2.4.0' })
    await form.fill({ Version: '3.0.0' })
    await form.submit()
    await world.as('reader').waits('#releases', 'payments-3.0.0 opens')
    await world.as('rm').modal().closeAll()
  })
})

test('what the manifest names no more is planned no more; its releases go on', async () => {
  await run('new search 1.0.0 solo fri 16:00')
  await world.settled()
  const manifest = await loadManifest('manifest')
  const products = manifest.products.filter(({ name }) => name !== 'search')
  await applyManifest(world.app.ctx, { ...manifest, products })
  const { text } = await refused('new search 1.1.0 fri 16:00')
  expect(text).toMatch(
    /^The product search is retired: its releases go on, .* Known: ledger, payments, trial$/,
  )
  await run('new')
  const form = await world.as('rm').waitsForModal('Plan a release')
  await expect(form.fill({ Product: 'Search' })).rejects.toThrow('there is no option "Search"')
  await form.closeAll()
  expect((await run('move search-1.0.0 fri 17:00')).text).toContain('Move search-1.0.0 to')
  expect((await run('list search')).text).toContain('search-1.0.0')
})

test('a guest reads along and plans nothing', async () => {
  const { text } = await unchanged(world, () => run('new payments 4.0.0 8 dec 16:00', 'visitor', '#general'))
  expect(text).toBe('Guests read along here; ask somebody of the team to do it.')
})
