import type { ClientChannel } from '../../protocol.ts'
import { personOf, useWorkspace } from '../client/Workspace.tsx'
import { Avatar } from '../shell/Avatar.tsx'
import { DrawerButton } from '../shell/DrawerButton.tsx'
import { Icon } from '../shell/Icon.tsx'
import { Mrkdwn } from '../text/Mrkdwn.tsx'
import { ChannelMenu } from './ChannelMenu.tsx'
import { Pins } from './Pins.tsx'

/** Which conversation this is, what it is about, what is pinned. */
export function ChannelHeader({ channel, name }: { channel: ClientChannel; name: string }) {
  const { state } = useWorkspace()
  const other = channel.kind === 'dm' ? personOf(state, channel.name) : undefined
  return (
    <header className="head">
      <DrawerButton />
      <h1 className="head-title">
        {other ? (
          <Avatar person={other} size={26} />
        ) : (
          <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} />
        )}
        <span>{name}</span>
        {channel.archived && <span className="badge">Archived</span>}
      </h1>
      <div className="head-topic">{other ? other.title : <Mrkdwn text={channel.topic} />}</div>
      <Pins channel={channel} />
      {channel.kind !== 'dm' && <ChannelMenu channel={channel} />}
    </header>
  )
}
