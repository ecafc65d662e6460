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

  test.each(['no-manifest-here', 'no-manifest-here/at-all'])(
    'that is not there says so: %s',
    async (name) => {
      const folder = join(tmpdir(), name)
      await expect(loadManifest(folder)).rejects.toThrow(
        `${folder}/products.yml:1: is not there; MANIFEST_DIR names the folder that it is in`,
      )
    },
  )

  test('that is a file says so too', async () => {
    await expect(loadManifest('package.json')).rejects.toThrow('package.json/products.yml:1: is not there')
  })
})
