import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { loadManifest, parseManifest } from '../../src/manifest/manifest.ts'
import { files, model, products } from './small-manifest.ts'

describe('a folder', () => {
  async function folderWith(written: Record<string, string>) {
    const folder = await mkdtemp(join(tmpdir(), 'manifest-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await mkdir(join(folder, 'models'))
    for (const [file, text] of Object.entries(written)) await writeFile(join(folder, file), text)
    return folder
  }

  test('is read as a whole; other files in it do not matter', async () => {
    const folder = await folderWith({
      'products.yml': products,
      'models/small.yml': model,
      'models/notes.txt': '[',
    })
    await expect(loadManifest(folder)).resolves.toEqual(parseManifest(files()))
  })

  test('without models says which model is missing', async () => {
    const folder = await folderWith({ 'products.yml': products })
    await expect(loadManifest(folder)).rejects.toThrow(
      'model: expected a file in models/, where there is none, found "small"',
    )
  })

  test('that is not there says what was expected in it', async () => {
    const folder = join(tmpdir(), 'no-manifest-here')
    await expect(loadManifest(folder)).rejects.toThrow(
      `${folder}/products.yml:1: expected names with values, found nothing`,
    )
  })
})
