import type { ReactNode } from 'react'
import { formatDate } from '../../text/dates.ts'
import { useWorkspace } from '../client/Workspace.tsx'
import { emojiCharacter } from './emoji.ts'
import type { Inline } from './inline.ts'
import { Link } from './Link.tsx'
import { Broadcast, ChannelMention, ChannelName, GroupMention, PersonMention } from './mentions.tsx'

/** A run of parsed text. */
export function Inlines({ nodes }: { nodes: Inline[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text has no identity but its order
  return nodes.map((node, index) => <InlineNode key={index} node={node} />)
}

function InlineNode({ node }: { node: Inline }): ReactNode {
  switch (node.type) {
    case 'plain':
      return node.text
    case 'bold':
      return (
        <strong>
          <Inlines nodes={node.children} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <Inlines nodes={node.children} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <Inlines nodes={node.children} />
        </s>
      )
    case 'code':
      return <code>{node.text}</code>
    case 'break':
      return <br />
    case 'emoji':
      return <Emoji name={node.name} />
    case 'link':
      return <Link url={node.url}>{node.label}</Link>
    case 'date':
      return <DateToken {...node} />
    case 'person':
      return <PersonMention {...node} />
    case 'channel':
      return <ChannelMention {...node} />
    case 'channelName':
      return <ChannelName {...node} />
    case 'group':
      return <GroupMention {...node} />
    case 'broadcast':
      return <Broadcast range={node.range} />
  }
}

/** An emoji as its character, or its name when it is not one of the common ones. */
export function Emoji({ name }: { name: string }) {
  const character = emojiCharacter(name)
  if (!character) return <>:{name}:</>
  return (
    <span role="img" aria-label={name} title={`:${name}:`} className="emoji">
      {character}
    </span>
  )
}

/** A moment in the reader's own time. */
export function DateToken(date: { unix: number; format: string; fallback: string; link?: string }) {
  const { state } = useWorkspace()
  const written = formatDate(date.format, date.unix, state.me.zone, state.now)
  const time = (
    <time dateTime={new Date(date.unix * 1000).toISOString()} title={date.fallback}>
      {written}
    </time>
  )
  return date.link ? <Link url={date.link}>{time}</Link> : time
}
