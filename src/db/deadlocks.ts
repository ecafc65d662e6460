import { errorCode } from './error-code.ts'

const deadlockDetected = '40P01'

/**
 * Runs a transaction again when PostgreSQL ended it so that others could go on, three times at most. Rows are locked
 * in one order wherever that is ours to choose; the order in which one statement locks many is not.
 */
export async function afterDeadlock<T>(transaction: () => Promise<T>, tries = 3): Promise<T> {
  try {
    return await transaction()
  } catch (error) {
    if (tries === 1 || errorCode(error) !== deadlockDetected) throw error
    return afterDeadlock(transaction, tries - 1)
  }
}
