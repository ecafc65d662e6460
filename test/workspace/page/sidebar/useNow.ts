import { useEffect, useState } from 'react'
import { useWorkspace } from '../client/Workspace.tsx'

const beat = 5_000

/** The workspace's clock, running on between two answers of the server. */
export function useNow(): number {
  const { now } = useWorkspace().state
  const [shown, setShown] = useState(now)
  useEffect(() => {
    const ahead = now - Date.now()
    const tick = () => setShown(Date.now() + ahead)
    tick()
    const timer = setInterval(tick, beat)
    return () => clearInterval(timer)
  }, [now])
  return shown
}
