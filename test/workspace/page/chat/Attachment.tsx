import type { CSSProperties } from 'react'
import type { ClientAttachment } from '../../protocol.ts'
import { Blocks } from '../blocks/Blocks.tsx'
import { Link } from '../text/Link.tsx'
import { Mrkdwn } from '../text/Mrkdwn.tsx'

const named: Record<string, string> = { good: '#2f855a', warning: '#b7791f', danger: '#c53030' }

/** What hangs on a message beside a coloured bar: a preview of a link, or what an app put there. */
export function Attachment({ attachment }: { attachment: ClientAttachment }) {
  const { color, pretext, author, title, titleLink, text, fields, footer, image, thumb, blocks } = attachment
  const bar = color && (named[color] ?? (color.startsWith('#') ? color : `#${color}`))
  // A custom property is no known style.
  const style = bar ? ({ '--bar': bar } as CSSProperties) : undefined
  return (
    <>
      {pretext && <Mrkdwn text={pretext} />}
      <div className="attachment" style={style}>
        {thumb && <img className="section-image" src={thumb} alt="" />}
        {author && <p className="attachment-author">{author}</p>}
        {title && (
          <p className="attachment-title">{titleLink ? <Link url={titleLink}>{title}</Link> : title}</p>
        )}
        {text && <Mrkdwn text={text} />}
        {fields.length > 0 && (
          <dl className="attachment-fields">
            {fields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields have no identity but their order
              <div key={index} className={field.short ? '' : 'attachment-field-wide'}>
                <dt>{field.title}</dt>
                <dd>
                  <Mrkdwn text={field.value} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {blocks.length > 0 && <Blocks blocks={blocks} />}
        {image && <img src={image} alt={title ?? ''} />}
        {footer && <p className="attachment-footer">{footer}</p>}
      </div>
    </>
  )
}
