import { z } from 'zod'
import type { Delivery, Traffic } from '../../test/workspace/traffic.ts'

const about = z.looseObject({ event: z.looseObject({ ts: z.string() }) })

/** Each attempt to tell the app of the message with this time. */
export const attemptsToTell = (traffic: Traffic, ts: string): Delivery[] =>
  traffic.deliveries('message').filter(({ payload }) => about.safeParse(payload).data?.event.ts === ts)

/** Such as `socket lose_ack: acknowledged`. */
export function outcomeOf({ by, fault, ack }: Delivery): string {
  const how = [by, fault].filter(Boolean).join(' ')
  if (!ack) return `${how}: no answer yet`
  return `${how}: ${ack.ok ? 'acknowledged' : ack.reason}`
}
