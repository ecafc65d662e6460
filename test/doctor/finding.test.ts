import { describe, expect, test } from 'vitest'
import { skipped, summary, told, unwell, well } from '../../scripts/doctor/finding.ts'
import { readProducts } from '../../scripts/doctor/products.ts'

describe('what the doctor prints', () => {
  test('fits eighty columns, under its mark', () => {
    const words = 'nobody is there and '.repeat(8).trim()
    const lines = told(unwell(words, `${words}\nSLACK_BOT_TOKEN is not set.`)).split('\n')
    expect(lines.filter((line) => line.length > 80)).toEqual([])
    expect(lines[0]).toMatch(/^not ok {2}nobody/)
    expect(lines.slice(1).every((line) => /^ {8}\S/.test(line))).toBe(true)
    expect(lines.map((line) => line.slice(8)).join(' ')).toBe(`${words} ${words} SLACK_BOT_TOKEN is not set.`)
  })

  test.each([
    [[well('a'), well('b')], 'All is well.'],
    [[well('a'), unwell('b', 'c')], '1 of 2 is not ok.'],
    [[unwell('a', 'c'), unwell('b', 'c'), skipped('d', 'e')], '2 of 3 are not ok. 1 not looked at.'],
    [[well('a'), skipped('d', 'e')], '1 ok. 1 not looked at.'],
  ])('ends with how much is not well', (findings, last) => {
    expect(summary(findings)).toBe(last)
  })
})

describe('the doctor, of products', () => {
  test('reads them as the start does', async () => {
    const { products: read, finding } = await readProducts('manifest')
    expect(read?.map(({ name }) => name)).toContain('payments')
    expect(finding).toEqual({
      kind: 'ok',
      what: expect.stringMatching(/^manifest can be read: \d+ products, \d+ models$/),
    })
  })

  test('says what is wrong with them', async () => {
    const { products: read, finding } = await readProducts('docs')
    expect(read).toBeNull()
    expect(finding).toMatchObject({
      kind: 'not ok',
      what: 'docs cannot be used',
      fix: expect.stringContaining('docs/products.yml:1: is not there'),
    })
  })
})
