import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { features } from '../src/app.ts'
import { settings } from '../src/config.ts'

const readme = readFileSync('README.md', 'utf8')

/** The code words in the first column of the table under this heading. */
function firstColumn(heading: string): string[] {
  const section = readme.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const rows = section.split('\n').filter((line) => line.startsWith('| `'))
  return rows.map((row) => /^\| `([^`]*)`/.exec(row)?.[1] ?? '')
}

test('the settings table names every setting and no other', () => {
  expect(firstColumn('Settings').sort()).toEqual([...settings].sort())
})

test('the commands table names every form of every command and no other', () => {
  const forms = features
    .flatMap((feature) => feature.commands ?? [])
    .flatMap(({ usage }) => usage.map(({ form }) => form))
  const told = firstColumn('Commands').map((form) =>
    form.replace('/release', '').trim().replaceAll('\\|', '|'),
  )
  expect(told.sort()).toEqual([...new Set(forms)].sort())
})

test('every script that it names exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const named = [...readme.matchAll(/npm run ([a-z:]+)/g)].map(([, script = '']) => script)
  expect(named.filter((script) => !(script in scripts))).toEqual([])
})

test('every picture and file that it links is there', () => {
  const linked = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path = '']) => path)
  expect(linked.length).toBeGreaterThan(3)
  for (const path of linked) expect(() => readFileSync(path), path).not.toThrow()
})
