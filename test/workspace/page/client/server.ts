import type { Act, ActResult, ClientState } from '../../protocol.ts'

/** Asks for everything that this person can see. */
export async function fetchState(as: string): Promise<ClientState> {
  const answer = await fetch(`/client/state?as=${encodeURIComponent(as)}`)
  if (!answer.ok) throw new Error(`The workspace answered ${answer.status}.`)
  // The workspace's server is typed by the same protocol.
  return (await answer.json()) as ClientState
}

/** Does one thing as this person; answers when the app has acknowledged it. */
export async function sendAct(as: string, act: Act): Promise<ActResult> {
  try {
    const answer = await fetch('/client/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, act }),
    })
    // As above. Refusals carry an ActResult as well.
    return (await answer.json()) as ActResult
  } catch {
    return { ok: false, error: 'network_error' }
  }
}

/** Calls back whenever something changed for this person, and on every (re)connection. */
export function listen(as: string, onChange: () => void, onLost: () => void): () => void {
  const live = new EventSource(`/client/live?as=${encodeURIComponent(as)}`)
  live.addEventListener('change', onChange)
  live.onerror = onLost
  return () => live.close()
}
