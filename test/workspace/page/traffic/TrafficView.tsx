import { useWorkspace } from '../client/Workspace.tsx'
import { FaultsPanel } from '../faults/FaultsPanel.tsx'
import { DrawerButton } from '../shell/DrawerButton.tsx'
import { Icon } from '../shell/Icon.tsx'
import { TrafficLog } from './TrafficLog.tsx'

const tabs = { traffic: 'Log', faults: 'Faults' } as const
export type TrafficTab = keyof typeof tabs

/** What goes between the app and the workspace, and what goes wrong there on purpose. */
export function TrafficView({ tab }: { tab: TrafficTab }) {
  const { go } = useWorkspace()
  const names = Object.entries(tabs)
  return (
    <main className="channel" aria-label="Traffic">
      <header className="head">
        <DrawerButton />
        <h1 className="head-title">
          <Icon name="traffic" />
          <span>Traffic</span>
        </h1>
        <div role="tablist" className="tabs" aria-label="Parts of the traffic">
          {names.map(([place, name]) => (
            <button
              key={place}
              type="button"
              role="tab"
              aria-selected={place === tab}
              onClick={() => go({ place })}
            >
              {name}
            </button>
          ))}
        </div>
      </header>
      {tab === 'traffic' ? <TrafficLog /> : <FaultsPanel />}
    </main>
  )
}
