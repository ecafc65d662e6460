import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { facts, notShown } from './facts.ts'

const files = readdirSync(import.meta.dirname).filter((name) => /^\d-.*\.test\.ts$/.test(name))
const named = files.flatMap((name) => {
  const source = readFileSync(join(import.meta.dirname, name), 'utf8')
  return [...source.matchAll(/^\s*test\(\s*'([^']+)'/gm)].map(([, fact = '']) => `${name[0]} ${fact}`)
})
const wanted = Object.entries(facts).flatMap(([chapter, all]) => all.map((fact) => `${chapter} ${fact}`))

test('every fact has a test of its name, and every test here is of a fact', () => {
  expect(named.toSorted()).toEqual(wanted.toSorted())
})

test('nothing stands there twice', () => {
  expect(new Set(wanted).size).toBe(wanted.length)
})

test('what is not shown says why, and is shown nowhere', () => {
  for (const [fact, why] of Object.entries(notShown)) {
    expect(why.split(' ').length).toBeGreaterThan(5)
    expect(named).not.toContain(fact)
  }
})
