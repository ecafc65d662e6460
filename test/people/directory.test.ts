import { and, eq } from 'drizzle-orm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { cast, castGroups } from '../../scripts/demo/cast.ts'
import { everyoneNamed, holdersOf } from '../../src/people/holders.ts'
import { namedByProduct, peopleById } from '../../src/people/store.ts'
import { syncDirectory } from '../../src/people/sync.ts'
import { groups, people } from '../../src/people/tables.ts'
import { givenRelease, payments, standard } from '../given.ts'
import { pieceOf } from '../kept.ts'
import { openWorld, type StoryWorld, type WorldOptions } from '../stories/world.ts'

/** On one engine: test/people/store.test.ts asks the same queries of both. */
describe('the directory, with Slack', () => {
  let world: StoryWorld
  afterEach(() => world.close())
  const open = async (workspace: WorldOptions['workspace'] = {}) => {
    world = await openWorld('postgres', { workspace })
  }

  const id = (handle: string) => world.as(handle).id
  const known = async (email: string) => {
    const ours = and(eq(people.workspace, world.app.ctx.workspace), eq(people.email, email))
    const [row] = await world.database.db.select().from(people).where(ours)
    return row
  }
  const members = async (handle: string) => {
    const [row] = await world.database.db.select().from(groups).where(eq(groups.handle, handle))
    return row?.members.toSorted()
  }
  const holders = async () => {
    const { workspace } = world.app.ctx
    const release = givenRelease({ workspace, manager: id('rm'), deputy: null })
    const named = await pieceOf(world.database, namedByProduct, release)
    const directory = await peopleById(world.database.db, workspace, everyoneNamed(named))
    const known = { model: standard, product: payments, people: directory.people }
    return holdersOf(release, named, known).holders
  }

  test('knows everyone but bots from the start, and who fills the roles', async () => {
    await open()
    const rows = await world.database.db.select().from(people)
    expect(rows.map(({ name }) => name).sort()).toEqual(cast.map(({ handle }) => handle).sort())
    expect(await known('visitor@example.com')).toMatchObject({ guest: true, admin: false })
    expect(await known('rm@example.com')).toMatchObject({
      id: id('rm'),
      zone: 'Europe/Berlin',
      guest: false,
      admin: true,
    })
    expect(await members('payments-team')).toEqual(
      [id('api-owner'), id('ledger-owner'), id('web-owner')].sort(),
    )
    expect(await holders()).toMatchObject({
      Security: [id('sec-lead'), id('sec-second')].sort(),
      'On call': [id('ops-oncall')],
    })
  })

  test('hears who joins, and fills the role that waited for them', async () => {
    const others = cast.filter(({ handle }) => handle !== 'dba')
    await open({ people: others, channels: [{ name: 'releases', members: 'all' }] })
    expect((await holders()).Data).toEqual([])
    world.slack.admin.welcome({ handle: 'dba', name: 'dba', zone: 'Europe/Berlin', email: 'dba@example.com' })
    await vi.waitFor(async () => expect((await holders()).Data).toEqual([id('dba')]))
  })

  test('hears who leaves, moves and changes groups', async () => {
    await open()
    world.slack.admin.change('sec-lead', { deleted: true })
    world.slack.admin.change('dba', { zone: 'Asia/Tokyo' })
    world.slack.admin.regroup('payments-team', ['dba', 'web-owner'])
    await vi.waitFor(async () => {
      expect((await holders()).Security).toEqual([id('sec-second')])
      expect(await known('dba@example.com')).toMatchObject({ zone: 'Asia/Tokyo' })
      expect(await members('payments-team')).toEqual([id('dba'), id('web-owner')].sort())
    })
  })

  test('works without user groups on a free plan', async () => {
    await open({ paid: false, groups: castGroups })
    expect(await members('payments-team')).toBeUndefined()
    expect((await holders()).Quality).toEqual([id('qa-lead')])
  })

  test('reads a large workspace page by page; what the rate limit leaves over follows by the queue', async () => {
    const crowd = Array.from({ length: 450 }, (_, i) => ({
      handle: `one-${i}`,
      name: `One ${i}`,
      zone: 'UTC',
      id: `UCROWD${i}`,
    }))
    await open({ people: [...cast, ...crowd] })
    expect(world.slack.calls('users.list')).toHaveLength(3)
    expect(await world.database.db.$count(people)).toBe(cast.length + crowd.length)

    await world.database.db.delete(people)
    const limited = {
      status: 429,
      headers: { 'retry-after': '1' },
      body: { ok: false, error: 'ratelimited' },
    }
    let calls = 0
    world.slack.before('users.list', () => (++calls === 2 || calls === 3 ? limited : undefined))
    await syncDirectory(world.app.ctx)
    expect(await world.database.db.$count(people)).toBeLessThan(cast.length + crowd.length)
    await vi.waitFor(
      async () => expect(await world.database.db.$count(people)).toBe(cast.length + crowd.length),
      { timeout: 10_000, interval: 50 },
    )
  })

  test('a bad moment of Slack’s leaves the directory to the queue; a refusal does not', async () => {
    await open()
    const { db } = world.database
    const all = await db.$count(people)
    await db.delete(people)
    let calls = 0
    const mended = world.slack.before('users.list', () =>
      ++calls === 1 ? { status: 503, body: {} } : undefined,
    )
    await syncDirectory(world.app.ctx)
    await vi.waitFor(async () => expect(await db.$count(people)).toBe(all), { timeout: 10_000 })
    mended()
    world.slack.before('users.list', () => ({ body: { ok: false, error: 'missing_scope' } }))
    await expect(syncDirectory(world.app.ctx)).rejects.toThrow('missing_scope')
  })

  test('sweeps at night what no event told', async () => {
    await open()
    const dba = world.slack.world.people.get(id('dba')) ?? expect.fail('nobody is called dba')
    dba.zone = 'America/Lima'
    const calls = () => world.slack.calls('users.list').length
    const atStart = calls()
    await world.at('2026-11-19 23:59')
    expect(calls()).toBe(atStart)
    await world.at('2026-11-20 05:00')
    expect(await known('dba@example.com')).toMatchObject({ zone: 'America/Lima' })
    await world.at('2026-11-20 12:00')
    expect(calls()).toBe(atStart + 1)
  })
})
