import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Fact, facts } from './facts.ts'

const files = readdirSync(import.meta.dirname).filter((name) => /^\d-.*\.test\.ts$/.test(name))
const named = files.flatMap((name) => {
  const source = readFileSync(join(import.meta.dirname, name), 'utf8')
  return [...source.matchAll(/^\s*test\(\s*'([^']+)'/gm)].map(([, fact = '']) => `${name[0]} ${fact}`)
})
const key = ({ section, fact }: Fact) => `${section} ${fact}`

test('every fact that a test shows has a test of that name, and every test a fact', () => {
  expect(named.toSorted()).toEqual(
    facts
      .filter(({ shown }) => shown === 'test')
      .map(key)
      .toSorted(),
  )
})

test('what is not shown says why, and nothing stands there twice', () => {
  const reasons = facts.filter(({ shown }) => shown !== 'test')
  expect(reasons.filter(({ shown }) => shown.split(' ').length < 5).map(key)).toEqual([])
  expect(new Set(facts.map(key)).size).toBe(facts.length)
})
