import type { ClientChannel, ClientMessage } from '../../protocol.ts'
import { Blocks } from '../blocks/Blocks.tsx'
import { Folded } from '../blocks/Folded.tsx'
import { useWorkspace } from '../client/Workspace.tsx'
import { troubleWords } from '../client/words.ts'
import { Surface } from '../surface/Surface.tsx'
import { useSurface } from '../surface/useSurface.ts'
import { Mrkdwn } from '../text/Mrkdwn.tsx'
import { summaryOf } from '../text/summary.ts'
import { Attachment } from './Attachment.tsx'
import { Files } from './Files.tsx'
import { isReply } from './timeline.ts'

interface Props {
  channel: ClientChannel
  message: ClientMessage
  inThread: boolean
  /** Whether "edited" is said here, for want of a head. */
  editedHere: boolean
}

/** What a message says: its blocks, or its text when it has none, and what hangs on it. */
export function MessageBody({ channel, message, inThread, editedHere }: Props) {
  const { blocks, attachments, files, text } = message
  const all = [...blocks, ...attachments.flatMap((one) => one.blocks)]
  const surface = useSurface({ channel: channel.id, ts: message.ts }, all)
  return (
    <div className="message-body">
      {!inThread && isReply(message) && message.threadTs && (
        <InReplyTo channel={channel} thread={message.threadTs} />
      )}
      <Surface surface={surface}>
        {blocks.length > 0 && <Blocks blocks={blocks} />}
        {blocks.length === 0 && text !== '' && (
          <Folded length={text.length}>
            <Mrkdwn text={text} />
          </Folded>
        )}
        {attachments.map((one) => (
          <Attachment key={one.id} attachment={one} />
        ))}
      </Surface>
      <Files files={files} />
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
