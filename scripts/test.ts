/** What `npm test` runs: types, lint and every test; its last line counts them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() })

const folder = mkdtempSync(join(tmpdir(), 'shipshape-report-'))
const file = join(folder, 'report.json')
const run = (command: string, args: string[]) =>
  spawnSync(command, args, { stdio: 'inherit', shell: false }).status ?? 1

const checked = process.argv.length > 2 ? 0 : run('npm', ['run', '--silent', 'check'])
const tested = run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${file}`,
  ...process.argv.slice(2),
])
const { numPassedTests, numFailedTests, success } = read()
rmSync(folder, { recursive: true, force: true })

const failed = numFailedTests + (checked === 0 ? 0 : 1) + (tested !== 0 && success ? 1 : 0)
console.log(`${numPassedTests} passed, ${failed} failed`)
process.exit(failed === 0 && tested === 0 && success ? 0 : 1)

function read(): z.infer<typeof report> {
  try {
    return report.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, success: false }
  }
}
