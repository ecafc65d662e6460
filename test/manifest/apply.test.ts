import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyManifest } from '../../src/manifest/apply.ts'
import type { Manifest } from '../../src/manifest/manifest.ts'
import { keepPeople } from '../../src/people/directory-store.ts'
import { roleHolders } from '../../src/people/tables.ts'
import { products } from '../../src/products/tables.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'
import { givenFacts, payments, people, solo, standard } from '../given.ts'

const everyone = [...givenFacts().people.values()]

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase('pglite')
})
afterAll(() => database.close())

const logged: string[] = []
const log = pino({ level: 'warn' }, { write: (line: string) => logged.push(JSON.parse(line).msg) })
const apply = (manifest: Manifest, workspace: string) => {
  logged.length = 0
  return applyManifest({ db: database.db, workspace, log }, manifest)
}
const manifest = (roles = payments.roles): Manifest => ({
  models: [standard, solo],
  products: [{ ...payments, roles }],
})
const held = async (workspace: string) =>
  (await database.db.select().from(roleHolders).where(eq(roleHolders.workspace, workspace)))
    .filter(({ kind }) => kind === 'role')
    .map(({ role }) => role)

test('a workspace where everyone is needs no warning', async () => {
  await keepPeople(database.db, 'T1', everyone)
  expect(await apply(manifest(), 'T1')).toEqual([])
  expect(new Set(await held('T1'))).toEqual(new Set(Object.keys(payments.roles)))
})

test('who is missing and what nobody is named for is returned and logged, and stops nothing', async () => {
  await keepPeople(
    database.db,
    'T2',
    everyone.filter(({ id }) => id !== people.qaLead),
  )
  const { 'On call': _, ...named } = payments.roles
  const warnings = await apply(manifest(named), 'T2')
  expect(warnings).toEqual([
    'Nobody is named for On call of payments, which its model standard asks for',
    'qa-lead@example.com fills Quality of payments but is not in this workspace: Quality has no holder yet',
  ])
  expect(logged).toEqual(warnings)
  expect(await held('T2')).toContain('Security')
})

test('solo asks nobody', async () => {
  const alone = { ...payments, model: 'solo', roles: {}, consumers: [] }
  expect(await apply({ models: [solo], products: [alone] }, 'T3')).toEqual([])
})

test('what a product says now replaces what it said', async () => {
  await keepPeople(database.db, 'T4', everyone)
  await apply(manifest(), 'T4')
  await apply({ ...manifest({ Data: [people.dba] }), models: [] }, 'T4')
  expect(await held('T4')).toEqual(['Data'])
  const [kept] = await database.db.select().from(products).where(eq(products.workspace, 'T4'))
  expect(kept?.definition).toEqual({ ...payments, roles: { Data: [people.dba] } })
})

test('a manifest without products empties nothing', async () => {
  await keepPeople(database.db, 'T5', everyone)
  await apply(manifest(), 'T5')
  await apply({ models: [], products: [] }, 'T5')
  expect(await held('T5')).toContain('Security')
})
