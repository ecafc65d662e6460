import { useWorkspace } from '../client/Workspace.tsx'
import { Avatar } from './Avatar.tsx'
import { useDrawer } from './drawer.ts'
import { Icon } from './Icon.tsx'

/** Pulls the sidebar out; shows who is acting, which on a phone nothing else does. */
export function DrawerButton() {
  const { state } = useWorkspace()
  const { open, setOpen } = useDrawer()
  const elsewhere = state.channels.some(({ unread }) => unread > 0)
  return (
    <button
      type="button"
      className="drawer-button"
      aria-label={`Open sidebar, acting as ${state.me.handle}`}
      aria-expanded={open}
      onClick={() => setOpen(true)}
    >
      <Icon name="menu" />
      <Avatar person={state.me} size={24} />
      {elsewhere && <span className="dot" />}
    </button>
  )
}
