import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('npm start puts Node in the place of the shell, which would die of a signal and leave it running', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(scripts.start).toMatch(/^exec node .*src\/main\.ts$/)
})
