import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { answering, openEmbedded, openPostgres } from '../../src/db/database.ts'

describe('a database that is asked whether it answers', () => {
  test('does', async () => {
    const database = openPostgres(inject('postgres'), 1)
    await expect(answering(database)).resolves.toBeUndefined()
    await database.close()
  })

  test.each([
    ['says nothing', () => {}],
    ['hangs up', (socket: { end: () => void }) => void socket.end()],
  ])('does not when something listens there that %s', async (_, greet) => {
    const stranger = createServer(greet).listen(0, '127.0.0.1')
    await once(stranger, 'listening')
    const { port } = stranger.address() as AddressInfo // a TCP server that listens has one
    const database = openPostgres(`postgres://ship:hunter2@127.0.0.1:${port}/x`, 1)
    await expect(answering(database, 100)).rejects.toMatchObject({ code: 'CONNECT_TIMEOUT' })
    void database.close()
    stranger.close()
  })
})

describe('a folder that cannot hold the embedded database', () => {
  let home: string
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'shipshape-opening-'))
  })
  afterAll(() => rm(home, { recursive: true, force: true }))

  test('is told by its name: a file', async () => {
    const file = join(home, 'file')
    await writeFile(file, '')
    await expect(openEmbedded(file)).rejects.toThrow(`${file} cannot hold the embedded database (EEXIST`)
    await expect(openEmbedded(join(file, 'data'))).rejects.toThrow(/cannot hold .* \(ENOTDIR/)
  })
})
