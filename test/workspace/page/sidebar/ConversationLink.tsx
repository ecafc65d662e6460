import type { ReactNode } from 'react'
import type { ClientChannel } from '../../protocol.ts'
import { writeAddress } from '../client/address.ts'
import { conversationName, personOf, useWorkspace } from '../client/Workspace.tsx'
import { Avatar } from '../shell/Avatar.tsx'
import { Icon, type IconName } from '../shell/Icon.tsx'

/** A line of the sidebar that leads to what is no conversation. */
export function PlaceLink({ place, icon, children }: { place: string; icon: IconName; children: ReactNode }) {
  const { address } = useWorkspace()
  return (
    <Line place={place} current={address.place === place} icon={<Icon name={icon} size={16} />}>
      {children}
    </Line>
  )
}

/** A conversation in the sidebar. */
export function ConversationLink({ channel }: { channel: ClientChannel }) {
  const { state, address } = useWorkspace()
  return (
    <Line
      place={channel.id}
      current={address.place === channel.id}
      marks={channel}
      icon={<Mark channel={channel} />}
    >
      {conversationName(state, channel)}
    </Line>
  )
}

function Mark({ channel }: { channel: ClientChannel }) {
  const { state } = useWorkspace()
  if (channel.kind === 'dm') return <Avatar person={personOf(state, channel.name)} size={18} />
  return <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} size={16} />
}

interface LineProps {
  place: string
  current: boolean
  marks?: Pick<ClientChannel, 'unread' | 'mentions'>
  icon: ReactNode
  children: ReactNode
}

/** Bold where something is unread, with the count of what calls this person. */
function Line({ place, current, marks = { unread: 0, mentions: 0 }, icon, children }: LineProps) {
  const { address, go } = useWorkspace()
  return (
    <li>
      <a
        href={writeAddress({ as: address.as, place })}
        aria-current={current ? 'page' : undefined}
        className={marks.unread > 0 ? 'line line-unread' : 'line'}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return
          event.preventDefault()
          go({ place })
        }}
      >
        {icon}
        <span className="line-name">{children}</span>
        {marks.mentions > 0 ? (
          <span className="count" role="img" aria-label={mentionWords(marks.mentions)}>
            {marks.mentions}
          </span>
        ) : (
          marks.unread > 0 && <span className="unseen">, unread</span>
        )}
      </a>
    </li>
  )
}

function mentionWords(mentions: number): string {
  return mentions === 1 ? '1 unread mention' : `${mentions} unread mentions`
}
