import type { ClientChannel } from '../../protocol.ts'
import { Icon } from '../shell/Icon.tsx'
import { withEmoji } from '../text/emoji.ts'
import { Link } from '../text/Link.tsx'
import { Canvas } from './Canvas.tsx'

/** The canvases and links under a channel's name. */
export function Bookmarks({ channel }: { channel: ClientChannel }) {
  const { bookmarks, canvases } = channel
  if (bookmarks.length + canvases.length === 0) return null
  return (
    <nav className="bookmarks" aria-label="Bookmarks">
      {canvases.map((canvas) => (
        <Canvas key={canvas.id} canvas={canvas} />
      ))}
      {bookmarks.map(({ id, title, link, emoji }) => (
        <Link key={id} url={link}>
          {emoji ? withEmoji(emoji) : <Icon name="link" size={14} />} {title}
        </Link>
      ))}
    </nav>
  )
}
