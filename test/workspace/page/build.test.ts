import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildPage } from './build.ts'

test('the page is built once, and asks for nothing from outside', async () => {
  const folder = await buildPage()
  const built = await stat(folder)
  expect(await buildPage()).toBe(folder)
  expect((await stat(folder)).mtimeMs).toBe(built.mtimeMs)

  const html = await readFile(join(folder, 'index.html'), 'utf8')
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address)
  expect(addresses.length).toBeGreaterThan(1)
  const code = await readFile(join(folder, addresses.find((one) => one?.endsWith('.js')) ?? ''), 'utf8')
  expect(code).not.toContain('react_stack_bottom_frame')
  for (const address of addresses) expect(address).toMatch(/^(?:\/assets\/|data:)/)
})
