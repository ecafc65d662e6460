import { mkdir, mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderInUse, lockFolder } from '../../src/db/folder-lock.ts'

let parent: string
let folder: string
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'shipshape-lock-'))
  folder = join(parent, 'data')
  await mkdir(folder)
})
afterEach(() => rm(parent, { recursive: true, force: true }))

const leftBehind = async (secondsAgo: number) => {
  await mkdir(`${folder}.lock`)
  const at = new Date(Date.now() - secondsAgo * 1_000)
  await utimes(`${folder}.lock`, at, at)
}

test('a folder in use by who lives is refused, and free when they are done', async () => {
  const unlock = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse)
  await unlock()
  await (await lockFolder(folder))()
})

test('what a killed process left is taken over when ten seconds are past', async () => {
  await leftBehind(9.5)
  await (await lockFolder(folder))()
})
