import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

/** Runs the program with this environment until it ends by itself. */
async function start(env: Record<string, string>) {
  const running = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  running.stderr.on('data', (chunk) => {
    told += chunk
  })
  const code = await new Promise<number | null>((ended) => running.once('close', ended))
  return { code, told }
}

test('a slip in the manifest stops the start, with file, line and what was expected, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shipshape-start-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const manifest = join(folder, 'manifest')
  await cp('manifest', manifest, { recursive: true })
  const file = join(manifest, 'models/standard.yml')
  const written = await readFile(file, 'utf8')
  await writeFile(file, written.replace('due: 5 working days before, 17:00', 'due: soon'))

  const { code, told } = await start({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: 'secret',
    MANIFEST_DIR: manifest,
    DATA_DIR: join(folder, 'data'),
  })
  const line = written.split('\n').findIndex((text) => text.includes('due: 5 working')) + 1
  expect(told).toBe(
    `${file}:${line}: due: expected "2 working days before, 17:00" or "4 hours before", found "soon"\n`,
  )
  expect(code).toBe(1)
})
