import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type ModelDefinition, modelSchema } from '../models/contract.ts'
import { productsSchema } from '../products/contract.ts'
import type { Product } from '../products/products.ts'
import { misfitsOfModel, misfitsOfProducts } from './misfits.ts'
import { type Problem, readYaml } from './yaml.ts'

/** What the folder `manifest/` says: how releases are done here, of what, by whom. */
export interface Manifest {
  readonly models: readonly NamedModel[]
  readonly products: readonly Product[]
}

export type NamedModel = ModelDefinition & { readonly name: string }

/** The manifest cannot be used. The message names every problem with its file and line. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError'
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ file, line, says }) => `${file}:${line}: ${says}`).join('\n'))
  }
}

/** A file by the name under which problems in it are told. */
export interface ManifestFile {
  readonly file: string
  readonly written: string
}

/** Reads a manifest folder: `products.yml` and `models/*.yml`. @throws ManifestError */
export async function loadManifest(folder: string): Promise<Manifest> {
  const models = (await namesIn(join(folder, 'models'))).filter((name) => name.endsWith('.yml')).sort()
  return parseManifest({
    products: await read(join(folder, 'products.yml')),
    models: await Promise.all(models.map((name) => read(join(folder, 'models', name)))),
  })
}

const isAbsent = ({ code }: NodeJS.ErrnoException) => code === 'ENOENT' || code === 'ENOTDIR'

// Without models, each product's problem says which one is missing.
const namesIn = (folder: string) =>
  readdir(folder).catch((error) => (isAbsent(error) ? [] : Promise.reject(error)))

const read = async (file: string) => ({
  file,
  written: await readFile(file, 'utf8').catch((error) => {
    const says = 'is not there; MANIFEST_DIR names the folder that it is in'
    throw isAbsent(error) ? new ManifestError([{ file, line: 1, says }]) : error
  }),
})

/** @throws ManifestError with all problems of all files. */
export function parseManifest(files: {
  readonly products: ManifestFile
  readonly models: readonly ManifestFile[]
}): Manifest {
  const products = readYaml(files.products.file, files.products.written, productsSchema)
  const models = files.models.map(({ file, written }) => ({
    name: basename(file, '.yml'),
    yaml: readYaml(file, written, modelSchema),
  }))
  const problems = [products, ...models.map(({ yaml }) => yaml)].flatMap((yaml) => yaml.problems)
  if (problems.length > 0) throw new ManifestError(problems)
  const manifest: Manifest = {
    products: products.value ?? [],
    models: models.flatMap(({ name, yaml: { value } }) => (value ? [{ ...value, name }] : [])),
  }
  const misfits = [
    ...misfitsOfProducts(manifest, products),
    ...models.flatMap(({ yaml }) => misfitsOfModel(manifest, yaml)),
  ]
  if (misfits.length > 0) throw new ManifestError(misfits)
  return manifest
}
