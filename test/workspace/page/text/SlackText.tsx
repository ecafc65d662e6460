import type { MrkdwnElement, PlainTextElement } from '@slack/types'
import { withEmoji } from './emoji.ts'
import { Mrkdwn } from './Mrkdwn.tsx'

/** A text object of Block Kit, plain or mrkdwn. */
export function SlackText({ text }: { text: PlainTextElement | MrkdwnElement }) {
  if (text.type === 'mrkdwn') return <Mrkdwn text={text.text} verbatim={text.verbatim === true} />
  return <>{plainOf(text)}</>
}

/** The words of a plain text object, with its emoji as characters. */
export function plainOf(text: { text: string; emoji?: boolean } | undefined): string {
  if (!text) return ''
  return text.emoji === false ? text.text : withEmoji(text.text)
}
