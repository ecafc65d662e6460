import { useWorkspace } from '../client/Workspace.tsx'
import { useDrawer } from '../shell/drawer.ts'
import { Icon } from '../shell/Icon.tsx'
import { ActAs } from './ActAs.tsx'
import { ConversationLink, PlaceLink } from './ConversationLink.tsx'
import { NewChannel } from './NewChannel.tsx'
import { WorkspaceClock } from './WorkspaceClock.tsx'

/** Who acts, where one can go, what time it is. */
export function Sidebar() {
  const { state } = useWorkspace()
  const { setOpen } = useDrawer()
  const channels = state.channels.filter(({ kind, archived }) => kind !== 'dm' && !archived)
  const joined = channels.filter(({ member }) => member).toSorted(byName)
  const others = channels.filter(({ member }) => !member).toSorted(byName)
  const direct = state.channels.filter(({ kind }) => kind === 'dm')
  const archived = state.channels.filter((channel) => channel.archived)
  return (
    <aside
      className="sidebar"
      aria-label="Sidebar"
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <header className="sidebar-head">
        <strong>{state.team.name}</strong>
        <button
          type="button"
          className="icon-button"
          aria-label="Close sidebar"
          onClick={() => setOpen(false)}
        >
          <Icon name="close" />
        </button>
      </header>
      <ActAs />
      <nav className="sidebar-nav" aria-label="Conversations">
        <Part title="Channels">
          {joined.map((channel) => (
            <ConversationLink key={channel.id} channel={channel} />
          ))}
          <NewChannel />
        </Part>
        <Part title="Direct messages">
          {direct.map((channel) => (
            <ConversationLink key={channel.id} channel={channel} />
          ))}
        </Part>
        <Part title="Apps">
          <PlaceLink place="home" icon="home">
            {state.app.name} Home
          </PlaceLink>
        </Part>
        <Part title="Workspace">
          <PlaceLink place="traffic" icon="traffic">
            Traffic
          </PlaceLink>
          <PlaceLink place="faults" icon="fault">
            Faults
          </PlaceLink>
        </Part>
        {others.length > 0 && (
          <Part title="Channels to join">
            {others.map((channel) => (
              <ConversationLink key={channel.id} channel={channel} />
            ))}
          </Part>
        )}
        {archived.length > 0 && (
          <Part title="Archived">
            {archived.map((channel) => (
              <ConversationLink key={channel.id} channel={channel} />
            ))}
          </Part>
        )}
      </nav>
      <WorkspaceClock />
    </aside>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name.localeCompare(other.name)
}
