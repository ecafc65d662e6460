import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs a few lines in a process of their own; its exit code and what it complained of. */
export async function inProcess(lines: string): Promise<{ code: number | null; complaint: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', lines], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (data: Buffer) => {
    complaint += data.toString()
  })
  // A child that closes says its exit code first.
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, complaint }
}
