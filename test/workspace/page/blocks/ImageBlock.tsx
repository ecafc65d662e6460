import type { ImageBlock as Image, ImageElement } from '@slack/types'
import { plainOf } from '../text/SlackText.tsx'

export function ImageBlock({ block }: { block: Image }) {
  return (
    <figure>
      {block.title && <figcaption>{plainOf(block.title)}</figcaption>}
      <img src={imageUrl(block)} alt={block.alt_text} />
    </figure>
  )
}

/** A picture's address; one that Slack keeps as a file by id has none. */
export function imageUrl(image: Image | ImageElement): string | undefined {
  if ('image_url' in image) return image.image_url
  return 'url' in image.slack_file ? image.slack_file.url : undefined
}
