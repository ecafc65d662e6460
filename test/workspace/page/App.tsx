import { useEffect } from 'react'
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
    if (state) document.title = `${state.team.name}: ${displayName(state.me)}`
  }, [state])

  if (!state) return <p className="nothing">{lost ?? 'Opening the workspace…'}</p>
  return (
    <WorkspaceProvider value={{ state, address, go, act, onTraffic }}>
      <Shell lost={lost} />
    </WorkspaceProvider>
  )
}
