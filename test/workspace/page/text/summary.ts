import type { ClientState } from '../../protocol.ts'
import { formatDate } from '../../text/dates.ts'
import type { Inline } from './inline.ts'
import { parseInline } from './mrkdwn.ts'

/** The first line of a text as bare words, for where nothing in it may be pressed. */
export function summaryOf(text: string, state: ClientState): string {
  const [line = ''] = text.trim().split('\n')
  const words = bare(parseInline(line), state)
  return words.length > 120 ? `${words.slice(0, 119)}…` : words
}

function bare(nodes: Inline[], state: ClientState): string {
  return nodes.map((node) => bareNode(node, state)).join('')
}

function bareNode(node: Inline, state: ClientState): string {
  switch (node.type) {
    case 'plain':
    case 'code':
      return node.text
    case 'bold':
    case 'italic':
    case 'strike':
      return bare(node.children, state)
    case 'link':
      return node.label
    case 'person':
      return `@${state.people.find(({ id }) => id === node.id)?.handle ?? node.label ?? node.id}`
    case 'group':
      return `@${state.groups.find(({ id }) => id === node.id)?.handle ?? node.label ?? node.id}`
    case 'channel':
      return `#${state.channels.find(({ id }) => id === node.id)?.name ?? node.label ?? 'private channel'}`
    case 'channelName':
      return `#${node.name}`
    case 'broadcast':
      return `@${node.range}`
    case 'date':
      return formatDate(node.format, node.unix, state.me.zone, state.now)
    case 'emoji':
      return `:${node.name}:`
    case 'break':
      return ' '
  }
}
