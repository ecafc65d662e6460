import { useCallback, useEffect, useState } from 'react'
import type { DeliveryNow } from '../../traffic/protocol.ts'
import { fetchDelivery, saveRequestUrl } from '../client/server.ts'

/** Where the app is told, as in an app's settings: a URL that gives Slack's challenge back, or none for Socket Mode. */
export function RequestUrl() {
  const [now, setNow] = useState<DeliveryNow | null>(null)
  const [typed, setTyped] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const show = useCallback((delivery: DeliveryNow) => {
    setNow(delivery)
    setTyped(delivery.requestUrl ?? '')
  }, [])
  useEffect(() => {
    void fetchDelivery()
      .then(show)
      .catch(() => {})
  }, [show])
  const save = async () => {
    const answer = await saveRequestUrl(typed.trim() || null)
    if (typeof answer !== 'string') show(answer)
    setTrouble(typeof answer === 'string' ? answer : null)
  }
  if (!now) return null
  return (
    <form
      className="request-url"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label htmlFor="request-url">Request URL</label>
      <input
        id="request-url"
        className="text-field"
        inputMode="url"
        autoComplete="off"
        value={typed}
        placeholder="none: by Socket Mode"
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="button">
        Save
      </button>
      <output>{told(now)}</output>
      {trouble && (
        <p role="alert" className="trouble">
          {trouble}
        </p>
      )}
    </form>
  )
}

function told({ requestUrl, sockets }: DeliveryNow): string {
  if (requestUrl) return 'Delivered there, signed.'
  return sockets === 0 ? 'By Socket Mode: no socket is open.' : `By Socket Mode: ${sockets} open.`
}
