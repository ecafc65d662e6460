import { useEffect, useMemo, useState } from 'react'
import type { FaultPlanInput } from '../../faults/plan.ts'
import type { FaultsNow } from '../../traffic/protocol.ts'
import { coalesce } from '../client/coalesce.ts'
import { changeFaults, fetchFaults } from '../client/server.ts'
import { useWorkspace } from '../client/Workspace.tsx'

/** The workspace's faults as they are now, and the way to change them. */
export function useFaults() {
  const { onTraffic, state } = useWorkspace()
  const [now, setNow] = useState<FaultsNow | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const look = useMemo(() => coalesce(async () => setNow(await fetchFaults())), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another window may have changed them
  useEffect(() => void look().catch(() => {}), [look, state])
  useEffect(() => onTraffic(() => void look().catch(() => {})), [onTraffic, look])

  const change = async (plan: FaultPlanInput) => {
    const answer = await changeFaults(plan)
    if (typeof answer !== 'string') setNow(answer)
    setTrouble(typeof answer === 'string' ? answer : null)
  }
  return { now, trouble, change }
}
