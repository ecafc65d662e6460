import { useEffect, useState } from 'react'
import { ChannelView } from '../chat/ChannelView.tsx'
import { ThreadPanel } from '../chat/ThreadPanel.tsx'
import { channelOf, useWorkspace } from '../client/Workspace.tsx'
import { AppView } from '../home/AppView.tsx'
import { ModalStack } from '../modals/ModalStack.tsx'
import { Sidebar } from '../sidebar/Sidebar.tsx'
import { TrafficView } from '../traffic/TrafficView.tsx'
import { DrawerContext } from './drawer.ts'

/** The whole window: sidebar, the open conversation, its thread, and modals over them. */
export function Shell({ lost }: { lost: string | null }) {
  const { state, address } = useWorkspace()
  const [open, setOpen] = useState(false)
  const channel = channelOf(state, address.place) ?? firstChannel(state.channels)
  const thread = ['home', 'traffic', 'faults'].includes(address.place) ? undefined : address.thread

  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere closes the drawer
  useEffect(() => setOpen(false), [address])

  return (
    <DrawerContext value={{ open, setOpen }}>
      <div
        className={`shell ${thread && channel ? 'shell-thread' : ''}`}
        data-drawer={open ? 'open' : 'closed'}
      >
        <Sidebar />
        <button
          type="button"
          className="drawer-shade"
          aria-label="Close sidebar"
          onClick={() => setOpen(false)}
        />
        <Place />
        {thread && channel && <ThreadPanel channel={channel} thread={thread} />}
        {lost && <output className="lost">{lost}</output>}
      </div>
      <ModalStack />
    </DrawerContext>
  )
}

function Place() {
  const { state, address } = useWorkspace()
  const channel = channelOf(state, address.place) ?? firstChannel(state.channels)
  if (address.place === 'traffic' || address.place === 'faults') return <TrafficView tab={address.place} />
  if (address.place === 'home' || !channel) return <AppView tab="home" />
  if (channel.kind === 'dm' && channel.name === state.app.botUserId) return <AppView tab="messages" />
  return <ChannelView channel={channel} />
}

function firstChannel<C extends { member: boolean; kind: string }>(channels: C[]): C | undefined {
  return channels.find(({ member, kind }) => member && kind !== 'dm') ?? channels[0]
}
