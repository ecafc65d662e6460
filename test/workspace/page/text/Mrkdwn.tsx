import { Inlines } from './Inlines.tsx'
import { parseMrkdwn } from './mrkdwn.ts'

const wrappers = { text: 'p', quote: 'blockquote', pre: 'pre' } as const

/** Slack's mrkdwn, drawn. */
export function Mrkdwn({ text, verbatim = false }: { text: string; verbatim?: boolean }) {
  return (
    <div className="mrkdwn">
      {parseMrkdwn(text, verbatim).map(({ type, children }, index) => {
        const Wrapper = wrappers[type]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text has no identity but its order
          <Wrapper key={index}>
            <Inlines nodes={children} />
          </Wrapper>
        )
      })}
    </div>
  )
}
