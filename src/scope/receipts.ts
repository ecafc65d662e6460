import type { Result } from '../releases/change.ts'
import { joined, type Message, md, message, section } from '../slack/blocks.ts'

/** `payments-ledger is 4be77d1, was 1f00c2d. Item 2 is open again.` */
export function revisedReceipt({ release, events }: Result, component: string): Message {
  const revision = release.scope.components.find(({ name }) => name === component)?.revision
  const revised = events.find((event) => event.type === 'componentRevised')
  const before = revised?.type === 'componentRevised' && revised.from
  const again = revised
    ? release.readiness.items.filter((item) => item.component === component && item.again === revision)
    : []
  const news = joined(
    [
      md`${component} is ${revision}${before && md`, was ${before}`}.`,
      again.length > 0 && md`Item ${again.map(({ number }) => number).join(' and ')} is open again.`,
    ],
    ' ',
  )
  return message(news, [section(news)])
}
