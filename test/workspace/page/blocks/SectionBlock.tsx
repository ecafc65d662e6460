import type { SectionBlock as Section } from '@slack/types'
import { Element } from '../elements/Element.tsx'
import { fieldOf } from '../surface/fields.ts'
import { SlackText } from '../text/SlackText.tsx'
import { Folded } from './Folded.tsx'
import { Picture } from './ImageBlock.tsx'
import { labelOf } from './labels.ts'

/** Text, fields in two columns, and one control or picture at its side. */
export function SectionBlock({ block }: { block: Section }) {
  const { accessory } = block
  return (
    <>
      <div className="section-body">
        {block.text && (
          <Folded length={block.expand ? 0 : block.text.text.length}>
            <SlackText text={block.text} />
          </Folded>
        )}
        {block.fields && (
          <div className="section-fields">
            {block.fields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields have no identity but their order
              <div key={index}>
                <SlackText text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory?.type === 'image' && <Picture className="section-image" image={accessory} />}
      {accessory && accessory.type !== 'image' && (
        <Element field={fieldOf(block, accessory)} element={accessory} label={labelOf(accessory)} tells />
      )}
    </>
  )
}
