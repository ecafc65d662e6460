/** PostgreSQL's code for what went wrong, such as `23505`; drizzle wraps what the driver throws. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  return 'code' in error && typeof error.code === 'string' ? error.code : errorCode(error.cause)
}
