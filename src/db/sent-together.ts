import { errorCode } from './error-code.ts'

const transactionAborted = '25P02'

/**
 * Statements of one transaction that were sent without waiting for each other. One that fails brings down those behind
 * it, whose failures say nothing of the cause, so the first is the one thrown.
 */
export async function sentTogether<T extends readonly unknown[]>(
  ...statements: { readonly [K in keyof T]: PromiseLike<T[K]> }
): Promise<T> {
  // A query of drizzle's is sent each time that somebody waits for it.
  const sent = statements.map((statement) => Promise.resolve(statement))
  const outcomes = await Promise.allSettled(sent)
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  const cause = failures.find((failure) => errorCode(failure) !== transactionAborted)
  if (failures.length > 0) throw cause ?? failures[0]
  // As many answers as statements, each of its own type, which a list cannot say.
  return (await Promise.all(sent)) as unknown as T
}
