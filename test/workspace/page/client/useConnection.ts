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
}

/** One person's view of the workspace, fetched again whenever the server says that something changed. */
export function useConnection(as: string): Connection {
  const [shown, setShown] = useState<{ as: string; state: ClientState } | null>(null)
  const [lost, setLost] = useState<string | null>(null)
  const wanted = useRef(as)
  wanted.current = as

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
    if (as) return listen(as, refresh, () => setLost('Reconnecting…'))
  }, [as, refresh])

  const act = useCallback(
    async (one: Act) => {
      const result = await sendAct(as, one)
      if (one.type !== 'options') await refresh()
      return result
    },
    [as, refresh],
  )
  const current = shown?.as === as || shown?.state.me.id === as ? shown : null
  return { state: current?.state ?? null, lost, act }
}
