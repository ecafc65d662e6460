export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** What is answered there within five seconds; null for nothing. */
export const asked = (address: URL | string, request?: RequestInit): Promise<Answered | null> =>
  fetch(address, { ...request, signal: AbortSignal.timeout(5_000) }).then(
    async (answer) => ({ status: answer.status, headers: answer.headers, body: await answer.text() }),
    () => null,
  )
