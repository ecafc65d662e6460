import { loadManifest, ManifestError } from '../../src/manifest/manifest.ts'
import type { Product } from '../../src/products/products.ts'
import { type Finding, unwell, well } from './finding.ts'

interface Read {
  readonly products: readonly Product[] | null
  readonly finding: Finding
}

/** The manifest as the start reads it; what is wrong with its YAML is a finding. */
export async function readProducts(folder: string): Promise<Read> {
  try {
    const { products, models } = await loadManifest(folder)
    const named = `${products.length} products, ${models.length} models`
    return { products, finding: well(`${folder} can be read: ${named}`) }
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error
    return { products: null, finding: unwell(`${folder} cannot be used`, error.message) }
  }
}
