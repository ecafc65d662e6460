import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Act, ActResult, ClientState } from '../../protocol.ts'
import { coalesce } from './coalesce.ts'
import { fetchState, listen, sendAct } from './server.ts'

export interface Connection {
  state: ClientState | null
  /** Why nothing can be shown, or why what is shown may be old. */
  lost: string | null
  /** Sends an act and answers once the page shows what came of it. */
  act: (act: Act) => Promise<ActResult>
  /** Calls back at news of the traffic; answers how to stop it. */
  onTraffic: (heard: () => void) => () => void
}

/** One person's view of the workspace, fetched again whenever the server says that something changed. */
export function useConnection(as: string): Connection {
  const [shown, setShown] = useState<{ as: string; state: ClientState } | null>(null)
  const [lost, setLost] = useState<string | null>(null)
  const wanted = useRef(as)
  wanted.current = as
  const hearing = useRef(new Set<() => void>())

  const refresh = useMemo(
    () =>
      coalesce(async () => {
        const answer = await fetchState(as).catch((error: unknown) => String(error))
        if (wanted.current !== as) return
        if (typeof answer !== 'string') setShown({ as, state: answer })
        setLost(typeof answer === 'string' ? answer : null)
      }),
    [as],
  )
  useEffect(() => {
    void refresh()
    const traffic = () => hearing.current.forEach((heard) => void heard())
    if (as) return listen(as, { change: refresh, traffic, lost: () => setLost('Reconnecting…') })
  }, [as, refresh])
  const onTraffic = useCallback((heard: () => void) => {
    hearing.current.add(heard)
    return () => void hearing.current.delete(heard)
  }, [])

  const act = useCallback(
    async (one: Act) => {
      const result = await sendAct(as, one)
      if (one.type !== 'options') await refresh()
      return result
    },
    [as, refresh],
  )
  const current = shown?.as === as || shown?.state.me.id === as ? shown : null
  return { state: current?.state ?? null, lost, act, onTraffic }
}
