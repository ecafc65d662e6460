import type { CardBlock as Card } from '@slack/types'
import { Element } from '../elements/Element.tsx'
import { fieldOf } from '../surface/fields.ts'
import { SlackText } from '../text/SlackText.tsx'
import { Picture } from './ImageBlock.tsx'
import { labelOf } from './labels.ts'

/** A picture, a few words, and what can be done. */
export function CardBlock({ block }: { block: Card }) {
  const { hero_image: hero, title, subtitle, body, actions = [] } = block
  return (
    <section className="card">
      {hero && <Picture image={hero} />}
      {title && (
        <div className="card-title">
          <SlackText text={title} />
        </div>
      )}
      {subtitle && (
        <div className="muted">
          <SlackText text={subtitle} />
        </div>
      )}
      {body && <SlackText text={body} />}
      <div className="block-actions">
        {actions.map((element) => (
          <Element
            key={element.action_id}
            field={fieldOf(block, element)}
            element={element}
            label={labelOf(element)}
            tells
          />
        ))}
      </div>
    </section>
  )
}
