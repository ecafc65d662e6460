import type { ClientChannel, ClientMessage } from '../../protocol.ts'
import { Blocks } from '../blocks/Blocks.tsx'
import { Folded } from '../blocks/Folded.tsx'
import { useWorkspace } from '../client/Workspace.tsx'
import { troubleWords } from '../client/words.ts'
import { Surface } from '../surface/Surface.tsx'
import { useSurface } from '../surface/useSurface.ts'
import { Mrkdwn } from '../text/Mrkdwn.tsx'
import { summaryOf } from '../text/summary.ts'
import { isReply } from './timeline.ts'

interface Props {
  channel: ClientChannel
  message: ClientMessage
  inThread: boolean
  /** Whether "edited" is said here, for want of a head. */
  editedHere: boolean
}

/** What a message says: its blocks, or its text when it has none. */
export function MessageBody({ channel, message, inThread, editedHere }: Props) {
  const surface = useSurface({ channel: channel.id, ts: message.ts }, message.blocks)
  return (
    <div className="message-body">
      {!inThread && isReply(message) && message.threadTs && (
        <InReplyTo channel={channel} thread={message.threadTs} />
      )}
      {message.blocks.length > 0 ? (
        <Surface surface={surface}>
          <Blocks blocks={message.blocks} />
        </Surface>
      ) : (
        <Folded length={message.text.length}>
          <Mrkdwn text={message.text} />
        </Folded>
      )}
      {message.edited && editedHere && <span className="edited">(edited)</span>}
      {message.trouble && !surface.troubled && (
        <p role="alert" className="trouble">
          {troubleWords(message.trouble)}
        </p>
      )}
    </div>
  )
}

/** Above a reply that was also sent to the channel. */
function InReplyTo({ channel, thread }: { channel: ClientChannel; thread: string }) {
  const { state, go } = useWorkspace()
  const parent = channel.messages.find(({ ts }) => ts === thread)
  return (
    <p className="in-reply-to">
      replied to a thread:{' '}
      <button type="button" className="text-button" onClick={() => go({ thread })}>
        {summaryOf(parent?.text ?? '', state) || 'open it'}
      </button>
    </p>
  )
}
