import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, inject, test } from 'vitest'

test('every ballot that is answered under load is on record, and no other', async () => {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, DATABASE_URL: inject('postgres') }
  const child = spawn(process.execPath, ['scripts/bench.ts', '--quick'], { env })
  const ended = once(child, 'close')
  const [said] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [answered, found, told] = /Shipshape: (\d+) .* (\d+) found, (\d+) on/.exec(said)?.slice(1) ?? []
  expect(Number(answered)).toBeGreaterThan(20)
  expect([found, told]).toEqual([answered, answered])
  const [, bare, kept] = /bare Bolt: (\d+) .* (\d+) found/.exec(said) ?? []
  expect(kept).toBe(bare)
  expect(await ended).toEqual([0, null])
}, 60_000)
