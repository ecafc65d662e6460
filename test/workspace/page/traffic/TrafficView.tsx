import { DrawerButton } from '../shell/DrawerButton.tsx'
import { Icon } from '../shell/Icon.tsx'
import { TrafficLog } from './TrafficLog.tsx'

/** What goes between the app and the workspace. */
export function TrafficView() {
  return (
    <main className="channel" aria-label="Traffic">
      <header className="head">
        <DrawerButton />
        <h1 className="head-title">
          <Icon name="traffic" />
          <span>Traffic</span>
        </h1>
      </header>
      <TrafficLog />
    </main>
  )
}
