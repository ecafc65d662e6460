import { z } from 'zod'
import { controls, type known } from './controls.ts'
import { slackMessage, slackMessages } from './issues.ts'
import { surfaces } from './schema/blocks.ts'

export type Surface = keyof typeof surfaces

const MOST = { message: 50, modal: 100, home: 100 }
/** Slack names no figure for `msg_blocks_too_long`; this is where trouble was met. */
export const MOST_TEXT_IN_BLOCKS = 13_000
const MOST_MARKDOWN = 12_000

/** What Slack would say against these blocks, in its words; nothing when it would take them. */
export function troublesOf(blocks: unknown[], surface: Surface, root = '/blocks'): string[] {
  const result = z.array(surfaces[surface]).max(MOST[surface]).safeParse(blocks, { reportInput: true })
  return result.success ? acrossBlocks(result.data, root) : slackMessages(result.error.issues, root)
}

function acrossBlocks(parsed: { type: string; block_id?: string | undefined }[], root: string): string[] {
  const troubles: string[] = []
  const blockIds = parsed.map((block) => block.block_id)
  blockIds.forEach((id, index) => {
    if (id !== undefined && blockIds.indexOf(id) < index) {
      troubles.push(slackMessage(`block_id "${id}" already exists`, `${root}/${index}/block_id`))
    }
  })
  return [...troubles, ...doubledActions(parsed, root), ...totals(parsed, root)]
}

function doubledActions(parsed: object[], root: string): string[] {
  // The schema that these came through is the one of known blocks.
  const blocks = parsed as Parameters<typeof known>[0]
  return blocks.flatMap((block, index) => {
    const ids = controls([block]).map((control) => control.element.action_id)
    const doubled = ids.filter((id, at) => id !== undefined && ids.indexOf(id) < at)
    return doubled.map((id) => slackMessage(`action_id "${id}" already exists`, `${root}/${index}`))
  })
}

function totals(parsed: { type: string; text?: unknown }[], root: string): string[] {
  const count = (type: string) => parsed.filter((block) => block.type === type).length
  const markdown = parsed.reduce(
    (sum, { type, text }) => sum + (type === 'markdown' ? String(text).length : 0),
    0,
  )
  const focused = JSON.stringify(parsed).match(/"focus_on_load":true/g)?.length ?? 0
  return [
    ...(count('table') > 1 ? [slackMessage('only one table allowed', root)] : []),
    ...(markdown > MOST_MARKDOWN
      ? [slackMessage(`must be less than ${MOST_MARKDOWN + 1} characters`, root)]
      : []),
    ...(focused > 1 ? [slackMessage('only one element can have focus_on_load', root)] : []),
  ]
}
