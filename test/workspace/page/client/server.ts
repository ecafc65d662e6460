import type { FaultPlanInput } from '../../faults/plan.ts'
import type { Act, ActResult, ClientState, UploadedFile } from '../../protocol.ts'
import type { DeliveryNow, FaultsNow, TrafficDetails, TrafficNews } from '../../traffic/protocol.ts'

/** Asks for everything that this person can see. */
export async function fetchState(as: string): Promise<ClientState> {
  return getJson(`/client/state?as=${encodeURIComponent(as)}`)
}

/** Does one thing as this person; answers when the app has acknowledged it. */
export async function sendAct(as: string, act: Act): Promise<ActResult> {
  try {
    const answer = await fetch('/client/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, act }),
    })
    // Typed by the same protocol; refusals carry an ActResult as well.
    return (await answer.json()) as ActResult
  } catch {
    return { ok: false, error: 'network_error' }
  }
}

export interface Listener {
  /** Something changed; also on every (re)connection. */
  change: () => void
  /** Something went between the app and the workspace. */
  traffic: () => void
  lost: () => void
}

/** Hears what happens, until the answer is called. */
export function listen(as: string, { change, traffic, lost }: Listener): () => void {
  const live = new EventSource(`/client/live?as=${encodeURIComponent(as)}`)
  live.addEventListener('change', change)
  live.addEventListener('traffic', traffic)
  live.onerror = lost
  return () => live.close()
}

export async function fetchTraffic(since: number): Promise<TrafficNews> {
  return getJson(`/client/traffic?since=${since}`)
}

export async function fetchTrafficDetails(id: number): Promise<TrafficDetails> {
  return getJson(`/client/traffic/${id}`)
}

export async function fetchFaults(): Promise<FaultsNow> {
  return getJson('/client/faults')
}

/** Makes faults by this plan from now on; answers in words when the workspace does not take it. */
export async function changeFaults(plan: FaultPlanInput): Promise<FaultsNow | string> {
  try {
    const body = JSON.stringify(plan)
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/client/faults', { method: 'POST', headers, body })
    // As in `getJson`.
    return answer.ok ? ((await answer.json()) as FaultsNow) : await answer.text()
  } catch {
    return 'The workspace does not answer.'
  }
}

export async function fetchDelivery(): Promise<DeliveryNow> {
  return getJson('/client/delivery')
}

/** Has the app told there from now on, or by Socket Mode when null; answers in words when the app does not answer there. */
export async function saveRequestUrl(requestUrl: string | null): Promise<DeliveryNow | string> {
  try {
    const answer = await fetch('/client/delivery', { method: 'POST', body: JSON.stringify({ requestUrl }) })
    // As in `getJson`.
    return answer.ok ? ((await answer.json()) as DeliveryNow) : await answer.text()
  } catch {
    return 'The workspace does not answer.'
  }
}

/** Hands over a file of this person's; answers it as Slack's file object. */
export async function uploadFile(as: string, file: File): Promise<UploadedFile> {
  const query = new URLSearchParams({ as, name: file.name })
  const answer = await fetch(`/client/upload?${query}`, { method: 'POST', body: file })
  if (!answer.ok) throw new Error(`The workspace answered ${answer.status}.`)
  // The workspace's server is typed by the same protocol.
  return (await answer.json()) as UploadedFile
}

async function getJson<T>(path: string): Promise<T> {
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`The workspace answered ${answer.status}.`)
  // The workspace's server is typed by the same protocol.
  return (await answer.json()) as T
}
