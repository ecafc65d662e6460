import { useEffect } from 'react'
import type { ClientState } from '../protocol.ts'
import { useAddress } from './client/address.ts'
import { useConnection } from './client/useConnection.ts'
import { displayName, WorkspaceProvider } from './client/Workspace.tsx'
import { Shell } from './shell/Shell.tsx'

/** The page of the workspace: one window, in which one person acts. */
export function App() {
  const [address, go] = useAddress()
  const { state, lost, act, onTraffic } = useConnection(address.as)
  const me = state?.me.id

  useEffect(() => {
    if (me && !address.as) go({ ...address, as: me }, 'replace')
  }, [me, address, go])
  useEffect(() => {
    if (state) document.title = titleOf(state)
  }, [state])

  if (!state) return <p className="nothing">{lost ?? 'Opening the workspace…'}</p>
  return (
    <WorkspaceProvider value={{ state, address, go, act, onTraffic }}>
      <Shell lost={lost} />
    </WorkspaceProvider>
  )
}

/** The tab's title, with how many things call this person. */
function titleOf({ team, me, channels }: ClientState): string {
  const mentions = channels.reduce((sum, channel) => sum + channel.mentions, 0)
  return `${mentions > 0 ? `(${mentions}) ` : ''}${team.name}: ${displayName(me)}`
}
