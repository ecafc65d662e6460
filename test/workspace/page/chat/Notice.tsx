import type { ClientMessage } from '../../protocol.ts'
import { nameOf, useWorkspace } from '../client/Workspace.tsx'
import { instantOf, timeLabel } from '../text/dates.ts'
import { Mrkdwn } from '../text/Mrkdwn.tsx'

const named = 3

/** "joined the channel" and its kin, in one line for all who did it together. */
export function Notice({ message, users }: { message: ClientMessage; users: string[] }) {
  const { state } = useWorkspace()
  const names = users.map((id) => nameOf(state, id))
  const others = names.length - named
  const people = others > 1 ? [...names.slice(0, named), `${others} others`] : names
  const deed = message.text.replace(/^<@\w+(?:\|[^>]*)?> /, '')
  return (
    <div className="notice" data-ts={message.ts} title={names.join(', ')}>
      <time>{timeLabel(instantOf(message.ts), state.me.zone)}</time>{' '}
      <strong>{new Intl.ListFormat('en-GB').format(people)}</strong>{' '}
      <Mrkdwn text={names.length > 1 ? deed.replace(/^has /, 'have ') : deed} />
    </div>
  )
}
