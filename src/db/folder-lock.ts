import { stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import lockfile from 'proper-lockfile'

const options = (folder: string) => ({ lockfilePath: `${folder}.lock`, stale: 10_000, update: 2_000 })

/**
 * Keeps a second process off an embedded database's folder: two on one folder lose acknowledged rows without any
 * error. A lock left by a killed process is taken over after ten seconds.
 * @throws FolderInUse when another live process holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const found = await touched(folder)
  for (;;) {
    try {
      return await lockfile.lock(folder, options(folder))
    } catch (cause) {
      // Whoever lives touches the lock every two seconds; one that was left only grows older.
      if (!isLocked(cause) || (await touched(folder)) !== found) throw new FolderInUse(folder, { cause })
      await pause(250)
    }
  }
}

const touched = (folder: string) =>
  stat(`${folder}.lock`).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  )

const isLocked = (cause: unknown) => cause instanceof Error && 'code' in cause && cause.code === 'ELOCKED'

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
  constructor(folder: string, options: ErrorOptions) {
    super(`${folder} is in use by another Shipshape. Stop it, or set DATA_DIR to another folder.`, options)
  }
}
