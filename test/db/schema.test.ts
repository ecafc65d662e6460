import { readdirSync } from 'node:fs'
import { getTableColumns, getTableName, is, Table } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'

const modules = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('/tables.ts'),
)
const exported = await Promise.all(modules.map((name) => import(`../../src/${name}`)))
const tables = exported
  .flatMap((module: object) => Object.values(module))
  .filter((value): value is PgTable => is(value, Table) && is(value, PgTable))

/** The limiter's library knows no such column; its keys begin with the workspace. */
const keyedOtherwise = ['rate_limits']
const ours = tables.filter((table) => !keyedOtherwise.includes(getTableName(table)))

test('every table carries its workspace, first in its primary key', () => {
  expect(ours.length).toBeGreaterThan(15)
  const without = ours.filter((table) => !('workspace' in getTableColumns(table)))
  expect(without.map(getTableName)).toEqual([])
  const keyed = ours.filter((table) => {
    const { primaryKeys, columns } = getTableConfig(table)
    return (primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary))[0]?.name !== 'workspace'
  })
  expect(keyed.map(getTableName)).toEqual([])
})

test('every foreign key is composite with the workspace', () => {
  const keys = ours.flatMap((table) =>
    getTableConfig(table).foreignKeys.map((key) => ({ table, ...key.reference() })),
  )
  expect(keys.length).toBeGreaterThan(5)
  const crossing = keys.filter(
    ({ columns, foreignColumns }) =>
      columns[0]?.name !== 'workspace' || foreignColumns[0]?.name !== 'workspace',
  )
  expect(crossing.map(({ table }) => getTableName(table))).toEqual([])
})

test('whatever belongs to a release refers to it or to a part of it', () => {
  const loose = ours.filter(
    (table) => 'release' in getTableColumns(table) && getTableConfig(table).foreignKeys.length === 0,
  )
  // Surfaces also keep what belongs to no release, such as a digest.
  expect(loose.map(getTableName)).toEqual(['surfaces'])
})

test('instants know their zone', () => {
  const columns = tables.flatMap((table) => Object.values(getTableColumns(table)))
  const naive = columns.filter(
    (column) =>
      column.getSQLType().startsWith('timestamp') && !column.getSQLType().includes('with time zone'),
  )
  expect(naive.map(({ name }) => name)).toEqual([])
})
