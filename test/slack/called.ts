import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n')

const named = [...source.matchAll(/\bweb\s*\.(\w+)\s*\.(\w+)/g)].map((found) => `${found[1]}.${found[2]}`)
const paged = [...source.matchAll(/\bpaginate\(\s*'([\w.]+)'/g)].map((found) => found[1] ?? '')

/** Slack's methods that the code calls. */
export const called = [...new Set([...named, ...paged])].sort()
