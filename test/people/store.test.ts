import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  changeMembers,
  dropGroup,
  keepAllGroups,
  keepGroup,
  keepPeople,
} from '../../src/people/directory-store.ts'
import { everyoneNamed, holdersOf } from '../../src/people/holders.ts'
import type { Person } from '../../src/people/people.ts'
import { keepRoles } from '../../src/people/roles-store.ts'
import { namedByProduct, peopleAround, peopleById } from '../../src/people/store.ts'
import { groups, people as peopleTable, roleHolders } from '../../src/people/tables.ts'
import type { Product } from '../../src/products/products.ts'
import { keepProducts } from '../../src/products/store.ts'
import { products } from '../../src/products/tables.ts'
import { engines, freshDatabase, type TestDatabase } from '../databases.ts'
import { givenFacts, givenRelease, payments, people, solo, standard } from '../given.ts'
import { pieceOf } from '../kept.ts'

const release = givenRelease({ manager: people.rm, deputy: people.deputy })
const runners = [people.rm, people.deputy]
const everyone = [...givenFacts().people.values()]
const person = (id: string) => everyone.find((one) => one.id === id) ?? expect.fail(`no ${id}`)

describe.each(engines)('on %s', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    for (const table of [peopleTable, groups, roleHolders, products]) await database.db.delete(table)
    await know('T1', everyone)
  })

  const know = (workspace: string, persons: readonly Person[]) => keepPeople(database.db, workspace, persons)
  const roles = (named: Product['roles'], workspace = 'T1', consumers: Product['consumers'] = []) =>
    database.db.transaction(async (tx) => {
      await keepProducts(tx, workspace, [{ ...payments, roles: named, consumers }])
      return keepRoles(tx, workspace)
    })
  const read = async (model = standard, workspace = 'T1') => {
    const named = await pieceOf(database, namedByProduct, { ...release, workspace })
    const directory = await peopleById(database.db, workspace, [...everyoneNamed(named), ...runners])
    return holdersOf(release, named, { model, product: payments, people: directory.people })
  }
  const holders = async (...of: Parameters<typeof read>) => (await read(...of)).holders
  const group = (members: string[] | undefined, handle = 'oncall') =>
    database.db.transaction((tx) => keepGroup(tx, 'T1', { id: 'S1', handle, members }))

  describe('roles', () => {
    test('are all that the model and the product name; one that nobody fills is empty', async () => {
      await roles({ Data: ['dba@example.com'], Security: [people.secLead, people.secSecond] })
      const { Data, Security, ...rest } = await holders()
      expect({ Data, Security }).toEqual({ Data: [people.dba], Security: [people.secLead, people.secSecond] })
      expect(Object.keys(rest).sort()).toEqual([
        'API',
        'Ledger',
        'On call',
        'Operations',
        'Product',
        'Quality',
        'Support',
        'Web',
      ])
      expect(Object.values(rest).flat()).toEqual([])
    })

    test('of a group are filled by those who are in it now', async () => {
      await group([people.opsOncall])
      await roles({ Operations: ['@oncall', people.opsOncall] })
      expect((await holders()).Operations).toEqual([people.opsOncall])
      await database.db.transaction((tx) =>
        changeMembers(tx, 'T1', { id: 'S1', added: [people.dba], removed: [people.opsOncall] }),
      )
      expect((await holders()).Operations?.toSorted()).toEqual([people.dba, people.opsOncall])
    })

    test('are not filled by people who left, guests, or somebody unknown in a group', async () => {
      await group([people.guest, people.stranger, people.dba, people.opsLead])
      await roles({ Operations: ['@oncall'] })
      await know('T1', [{ ...person(people.opsLead), deleted: true }])
      expect((await holders()).Operations).toEqual([people.dba])
    })

    test('of solo are all the release manager, whatever the product says', async () => {
      await roles({ Operations: [people.opsLead] })
      expect(await holders(solo)).toMatchObject({ Operations: [people.rm], Product: [people.rm] })
    })

    test('of solo are all the deputy once the release manager has left, then nobody', async () => {
      await know('T1', [{ ...person(people.rm), deleted: true }])
      expect(await holders(solo)).toMatchObject({ Operations: [people.deputy], Product: [people.deputy] })
      await know('T1', [{ ...person(people.deputy), deleted: true }])
      expect(await holders(solo)).toMatchObject({ Operations: [], Product: [] })
    })

    test('never cross into another workspace', async () => {
      await know('T2', [person(people.dba)])
      await roles({ Security: [people.secLead] })
      const warnings = await roles({ Security: ['sec-lead@example.com'], Data: ['dba@example.com'] }, 'T2')
      expect(warnings).toHaveLength(1)
      expect(await holders(standard, 'T2')).toMatchObject({ Security: [], Data: [people.dba] })
      expect((await holders()).Security).toEqual([people.secLead])
    })
  })

  describe('consumers', () => {
    const billing = (contact: string) => [{ name: 'Billing', contact, notice: null }]

    test('are asked through a person or everyone in a group, and fill no role by that', async () => {
      await roles({}, 'T1', billing('billing-lead@example.com'))
      expect((await read()).consumers).toEqual([people.billingLead])
      await group([people.shopLead, people.guest, people.stranger])
      await roles({ Billing: [people.dba] }, 'T1', billing('@oncall'))
      expect((await read()).consumers).toEqual([people.shopLead])
      expect(Object.values(await holders()).flat()).toEqual([])
    })

    test('whom nobody knows are told, and nobody of them is asked', async () => {
      expect(await roles({}, 'T1', billing('new@example.com'))).toEqual([
        'new@example.com answers for Billing, which uses payments, but is not in this workspace: nobody of Billing is asked',
      ])
      expect((await read()).consumers).toEqual([])
    })
  })

  describe('filling them again', () => {
    test('empties what the product no longer names', async () => {
      await roles({ Data: [people.dba, people.opsLead], Web: [people.webOwner] })
      await roles({ Data: [people.opsLead] })
      expect(await database.db.select().from(roleHolders)).toEqual([
        { workspace: 'T1', product: 'payments', kind: 'role', role: 'Data', holder: people.opsLead },
      ])
    })

    test('finds those who have joined since', async () => {
      const [warning] = await roles({ Data: ['new@example.com'] })
      expect(warning).toBe(
        'new@example.com fills Data of payments but is not in this workspace: Data has no holder yet',
      )
      await know('T1', [{ ...person(people.dba), id: 'UNEW', email: 'new@example.com' }])
      await database.db.transaction((tx) => keepRoles(tx, 'T1'))
      expect((await holders()).Data).toEqual(['UNEW'])
    })

    test('twice at once ends as once', async () => {
      await roles({})
      await database.db.transaction((tx) =>
        keepProducts(tx, 'T1', [{ ...payments, roles: { Data: [people.dba] } }]),
      )
      const again = () => database.db.transaction((tx) => keepRoles(tx, 'T1'))
      await Promise.all([again(), again(), again()])
      expect((await holders()).Data).toEqual([people.dba])
    })
  })

  describe('the directory', () => {
    const named = (ids: readonly string[], workspace = 'T1') =>
      database.db.transaction((tx) => peopleById(tx, workspace, ids))

    test('knows who is named, and every admin', async () => {
      const found = await named([people.dba, people.guest, people.stranger])
      expect([...found.people.keys()].sort()).toEqual([people.admin, people.dba, people.guest])
      expect(found.people.get(people.dba)).toEqual(person(people.dba))
      expect(found.admins).toEqual([people.admin])
    })

    test('comes with a release: who runs it, whom its product names, alone or in a group, and every admin', async () => {
      await group([people.dba, people.opsOncall])
      await roles({ Data: ['@oncall'], Security: [people.secLead] }, 'T1', [
        { name: 'shop', contact: people.webOwner, notice: 2 },
      ])
      const around = async (workspace: string) =>
        (await pieceOf(database, peopleAround, { ...release, workspace })).map(({ id }) => id).sort()
      const named = [people.dba, people.opsOncall, people.secLead, people.webOwner]
      expect(await around('T1')).toEqual([...named, ...runners, people.admin].sort())
      expect(await around('T2')).toEqual([])
    })

    test('an admin who left is none any more', async () => {
      await know('T1', [{ ...person(people.admin), deleted: true }])
      expect((await named([])).admins).toEqual([])
    })

    test("has no other workspace's people", async () => {
      const found = await named([people.dba], 'T2')
      expect(found).toEqual({ people: new Map(), admins: [] })
    })

    test('says whether anything about somebody is new', async () => {
      expect(await know('T1', [person(people.dba)])).toBe(false)
      expect(await know('T1', [{ ...person(people.dba), email: null }])).toBe(true)
      expect(await know('T1', [{ ...person(people.dba), zone: 'Asia/Tokyo' }])).toBe(true)
      expect((await named([people.dba])).people.get(people.dba)).toMatchObject({ zone: 'Asia/Tokyo' })
    })
  })

  describe('user groups', () => {
    const known = () => database.db.select().from(groups)

    test('keep their members when a new handle comes without them', async () => {
      await group([people.dba])
      await group(undefined, 'night-watch')
      expect(await known()).toEqual([
        { workspace: 'T1', id: 'S1', handle: 'night-watch', members: [people.dba] },
      ])
    })

    test('that are gone are dropped, in this workspace only', async () => {
      await group([people.dba])
      await database.db.insert(groups).values({ workspace: 'T2', id: 'S1', handle: 'oncall', members: [] })
      await database.db.transaction((tx) =>
        keepAllGroups(tx, 'T1', [{ id: 'S2', handle: 'new', members: [] }]),
      )
      expect((await known()).map(({ workspace, id }) => `${workspace} ${id}`).sort()).toEqual([
        'T1 S2',
        'T2 S1',
      ])
      await database.db.transaction((tx) => dropGroup(tx, 'T1', 'S2'))
      await database.db.transaction((tx) => keepAllGroups(tx, 'T2', []))
      expect(await known()).toEqual([])
    })

    test('that nobody has told of yet have no members to change', async () => {
      await database.db.transaction((tx) =>
        changeMembers(tx, 'T1', { id: 'S9', added: [people.dba], removed: [] }),
      )
      expect(await known()).toEqual([])
    })
  })
})
