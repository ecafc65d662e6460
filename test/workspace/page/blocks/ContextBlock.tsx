import type { ContextBlock as Context } from '@slack/types'
import { SlackText } from '../text/SlackText.tsx'
import { Picture } from './ImageBlock.tsx'

/** Small print. */
export function ContextBlock({ block }: { block: Context }) {
  return block.elements.map((element, index) =>
    element.type === 'image' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: they have no identity but their order
      <Picture key={index} className="context-image" image={element} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <span key={index} className="context-text">
        <SlackText text={element} />
      </span>
    ),
  )
}
