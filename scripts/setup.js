// Installs what the lock file says when it changed since the last time, and nothing when not.
// Plain JavaScript for any Node from 20: the npm package `node` brings the one that the rest runs on.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const stamp = 'node_modules/.shipshape-setup'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const found = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''

if (found !== wanted) {
  console.log('Installing, which takes about half a minute the first time.')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit' })
  writeFileSync(stamp, wanted)
}
