import lockfile from 'proper-lockfile'

/**
 * Keeps a second process off an embedded database's folder: two on one folder lose acknowledged rows without any
 * error. A lock left by a killed process is taken over after ten seconds.
 * @throws when another live process holds it, saying so.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  try {
    return await lockfile.lock(folder, {
      lockfilePath: `${folder}.lock`,
      stale: 10_000,
      update: 2_000,
      retries: { retries: 24, factor: 1, minTimeout: 500 },
    })
  } catch (cause) {
    throw new Error(`${folder} is in use by another Shipshape. Stop it, or set DATA_DIR to another folder.`, {
      cause,
    })
  }
}
