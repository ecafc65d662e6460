import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyManifest } from '../../src/manifest/apply.ts'
import type { Manifest } from '../../src/manifest/manifest.ts'
import { keepPeople } from '../../src/people/directory-store.ts'
import { roleHolders } from '../../src/people/tables.ts'
import { products } from '../../src/products/tables.ts'
import { chosenModel, chosenProduct, namesIn, planningChoices } from '../../src/releases/choices.ts'
import { freshDatabase, type TestDatabase } from '../databases.ts'
import { givenFacts, payments, people, refusal, solo, standard } from '../given.ts'

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

test('a manifest without products empties and retires nothing', async () => {
  await keepPeople(database.db, 'T5', everyone)
  await apply(manifest(), 'T5')
  await apply({ models: [], products: [] }, 'T5')
  expect(await held('T5')).toContain('Security')
  expect(await planningChoices(database.db, 'T5')).toMatchObject({ retired: { products: [], models: [] } })
})

describe('what a manifest names no more', () => {
  const ledger = { ...payments, name: 'ledger', model: 'solo' }
  const both: Manifest = { models: [standard, solo], products: [payments, ledger] }
  const fewer: Manifest = { models: [standard], products: [payments] }
  const choices = async () => {
    const { products: open, models, retired } = await planningChoices(database.db, 'T6')
    return { products: namesIn(open), models: namesIn(models), retired }
  }

  test('is retired, whichever of its versions are there, in this workspace alone', async () => {
    await apply(both, 'T6')
    await apply(both, 'T7')
    await apply({ ...both, models: [standard, { ...solo, summary: 'Another one' }] }, 'T6')
    await apply(fewer, 'T6')
    expect(await choices()).toEqual({
      products: ['payments'],
      models: ['standard'],
      retired: { products: ['ledger'], models: ['solo'] },
    })
    expect((await planningChoices(database.db, 'T7')).products).toHaveLength(2)
  })

  test('comes back when it is named again', async () => {
    await apply(both, 'T6')
    expect(await choices()).toEqual({
      products: ['ledger', 'payments'],
      models: ['solo', 'standard'],
      retired: { products: [], models: [] },
    })
  })

  test('cannot be chosen', async () => {
    await apply(fewer, 'T6')
    const known = await planningChoices(database.db, 'T6')
    expect(chosenProduct(known, 'payments')).toEqual(payments)
    expect(refusal(() => chosenProduct(known, 'ledger'))).toBe(
      'The product ledger is retired: its releases go on, nothing new is planned with it. Known: payments',
    )
    expect(chosenModel(known, 'standard').name).toBe('standard')
    expect(refusal(() => chosenModel(known, 'solo'))).toMatch('The model solo is retired')
    expect(refusal(() => chosenModel(known, 'weekly'))).toBe('I know no model "weekly".')
  })
})
