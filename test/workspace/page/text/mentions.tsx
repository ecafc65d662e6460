import { channelOf, describe, displayName, personOf, useWorkspace } from '../client/Workspace.tsx'

interface Mentioned {
  id: string
  label?: string
}

/** `<@U…>`: lit up for the person it calls. */
export function PersonMention({ id, label }: Mentioned) {
  const { state } = useWorkspace()
  const person = personOf(state, id)
  const mine = id === state.me.id
  return (
    <span className={mine ? 'mention mention-me' : 'mention'} title={person && describe(person)}>
      @{person ? displayName(person) : (label ?? id)}
    </span>
  )
}

/** `<!subteam^S…>` */
export function GroupMention({ id, label }: Mentioned) {
  const { state } = useWorkspace()
  const group = state.groups.find((one) => one.id === id)
  return (
    <span className="mention" title={group?.name}>
      {group ? `@${group.handle}` : (label ?? id)}
    </span>
  )
}

/** `@here`, `@channel`, `@everyone`: pings everyone who reads it, so it is lit up for all. */
export function Broadcast({ range }: { range: string }) {
  return <span className="mention mention-me">@{range}</span>
}

/** `<#C…>`: a channel that this person cannot see stays unnamed. */
export function ChannelMention({ id, label }: Mentioned) {
  const { state } = useWorkspace()
  const name = channelOf(state, id)?.name ?? label
  return name ? <ChannelLink id={id} name={name} /> : <span className="mention">private channel</span>
}

/** `#name` in a text that is not verbatim: a mention only when there is such a channel. */
export function ChannelName({ name }: { name: string }) {
  const { state } = useWorkspace()
  const channel = state.channels.find((one) => one.kind !== 'dm' && one.name === name)
  return channel ? <ChannelLink id={channel.id} name={name} /> : <>#{name}</>
}

function ChannelLink({ id, name }: { id: string; name: string }) {
  const { go } = useWorkspace()
  return (
    <button type="button" className="mention mention-channel" onClick={() => go({ place: id })}>
      #{name}
    </button>
  )
}
