import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { change } from '../../src/releases/change.ts'
import { hold } from '../../src/releases/lifecycle.ts'
import { readRelease } from '../../src/releases/meant.ts'
import { timeline } from '../../src/releases/tables.ts'
import { note } from '../../src/timeline/noting.ts'
import { entriesOf, isNoted } from '../../src/timeline/store.ts'
import { engines } from '../databases.ts'
import { openLate, planned, theRelease } from '../stories/by-the-rules.ts'
import type { StoryWorld } from '../stories/world.ts'

describe.each(engines)('the record on %s', (engine) => {
  let world: StoryWorld
  beforeAll(async () => {
    world = await openLate(engine)
    await planned(world)
  }, 60_000)
  afterAll(() => world.close())

  const noted = async (text: string, link: string | null = null) => {
    const ref = await theRelease(world)
    const actor = { workspace: ref.workspace, person: world.as('rm').id, door: 'command' as const }
    return change(world.app.ctx, ref, actor, (...on) => note(...on, actor, { text, link, author: null }))
  }

  test('twenty changes at once are twenty entries, numbered without a gap', async () => {
    const texts = Array.from({ length: 20 }, (_, i) => `note ${i}`)
    const results = await Promise.all(texts.map((text) => noted(text)))
    expect(results.map(({ events }) => events.length)).toEqual(texts.map(() => 1))
    await world.settled()

    const { id } = await theRelease(world)
    const rows = await world.database.db
      .select()
      .from(timeline)
      .where(eq(timeline.release, id))
      .orderBy(asc(timeline.seq))
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1))
    const kept = rows.filter(({ type }) => type === 'noted').map(({ facts }) => facts.text)
    expect(kept.toSorted()).toEqual(texts.toSorted())
    expect(Math.max(...results.map(({ release }) => release.revision))).toBe(
      rows.findLast(({ type }) => type === 'noted')?.seq,
    )
  })

  test('is read back newest first, with who and through which door', async () => {
    const { release } = await noted('the newest')
    const ref = await theRelease(world)
    const [newest, before] = await entriesOf(world.database.db, ref, { top: release.revision, count: 2 })
    expect(newest).toMatchObject({ type: 'noted', text: 'the newest', seq: release.revision })
    expect(newest?.by).toMatchObject({ person: world.as('rm').id, door: 'command' })
    expect(before?.seq).toBe(release.revision - 1)
  })

  test('the release keeps the newest change that its card tells', async () => {
    const ref = await theRelease(world)
    const actor = { workspace: ref.workspace, person: world.as('rm').id, door: 'command' as const }
    const { release } = await change(world.app.ctx, ref, actor, (...on) => hold(...on, actor, 'INC-482'))
    await noted('after it')
    expect(release.lastChange).toMatchObject({ type: 'releaseHeld', why: 'INC-482', by: actor })
    expect((await readRelease(world.app.ctx, ref))?.release.lastChange).toEqual(release.lastChange)
  })

  test('knows which messages it holds', async () => {
    const ref = await theRelease(world)
    await noted('slow', 'https://example.com/p1')
    expect(await isNoted(world.database.db, ref, 'https://example.com/p1')).toBe(true)
    expect(await isNoted(world.database.db, ref, 'https://example.com/p2')).toBe(false)
  })
})
