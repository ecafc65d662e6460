import type { ImageBlock as Image, ImageElement } from '@slack/types'
import { useWorkspace } from '../client/Workspace.tsx'
import { plainOf } from '../text/SlackText.tsx'

export function ImageBlock({ block }: { block: Image }) {
  return (
    <figure>
      {block.title && <figcaption>{plainOf(block.title)}</figcaption>}
      <Picture image={block} />
    </figure>
  )
}

export function Picture({ image, className }: { image: Image | ImageElement; className?: string }) {
  const { state } = useWorkspace()
  return <img className={className} src={addressOf(image, state.me.id)} alt={image.alt_text} />
}

/** A file of Slack's is shown to those who may see it; its own address wants the app's token. */
function addressOf(image: Image | ImageElement, as: string): string | undefined {
  if ('image_url' in image) return image.image_url
  const { id, url } = { id: undefined, url: undefined, ...image.slack_file }
  const file = id ?? /\/files-pri\/\w+-(\w+)\//.exec(url ?? '')?.[1]
  return file && `/client/file/${file}?as=${as}`
}
