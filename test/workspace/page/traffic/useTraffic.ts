import { useEffect, useState } from 'react'
import type { TrafficLine } from '../../traffic/protocol.ts'
import { coalesce } from '../client/coalesce.ts'
import { fetchTraffic } from '../client/server.ts'
import { useWorkspace } from '../client/Workspace.tsx'
import { merged } from './lines.ts'

/** The traffic as it comes, oldest first; null until it was asked for. */
export function useTraffic(): TrafficLine[] | null {
  const { onTraffic } = useWorkspace()
  const [lines, setLines] = useState<TrafficLine[] | null>(null)
  useEffect(() => {
    let left = false
    let revision = 0
    const look = coalesce(async () => {
      const news = await fetchTraffic(revision).catch(() => null)
      if (left || !news) return
      // A smaller number means that the workspace was started anew.
      const anew = news.revision < revision
      revision = anew ? 0 : news.revision
      setLines((known) => merged(anew ? [] : (known ?? []), news.lines))
    })
    void look()
    const stop = onTraffic(() => void look())
    return () => {
      left = true
      stop()
    }
  }, [onTraffic])
  return lines
}
