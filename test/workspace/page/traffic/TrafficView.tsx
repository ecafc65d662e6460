import { useWorkspace } from '../client/Workspace.tsx'
import { FaultsPanel } from '../faults/FaultsPanel.tsx'
import { DrawerButton } from '../shell/DrawerButton.tsx'
import { Icon } from '../shell/Icon.tsx'
import { Tabs } from '../shell/Tabs.tsx'
import { TrafficLog } from './TrafficLog.tsx'

const tabs = [
  { id: 'traffic', label: 'Log' },
  { id: 'faults', label: 'Faults' },
]
export type TrafficTab = 'traffic' | 'faults'

/** What goes between the app and the workspace, and what goes wrong there on purpose. */
export function TrafficView({ tab }: { tab: TrafficTab }) {
  const { go } = useWorkspace()
  return (
    <main className="channel" aria-label="Traffic">
      <header className="head">
        <DrawerButton />
        <h1 className="head-title">
          <Icon name="traffic" />
          <span>Traffic</span>
        </h1>
        <Tabs label="Parts of the traffic" tabs={tabs} current={tab} onGo={(place) => go({ place })} />
      </header>
      {tab === 'traffic' ? <TrafficLog /> : <FaultsPanel />}
    </main>
  )
}
