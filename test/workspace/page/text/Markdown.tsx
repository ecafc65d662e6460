import Drawn from 'markdown-to-jsx'

/** Standard markdown, as canvases and markdown blocks are written in; HTML in it stays text. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="markdown">
      <Drawn options={{ disableParsingRawHTML: true, forceBlock: true, wrapper: 'div' }}>{text}</Drawn>
    </div>
  )
}
