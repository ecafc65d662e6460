import { setTimeout as pause } from 'node:timers/promises'
import type { App } from '@slack/bolt'
import { z } from 'zod'

/** What Bolt hands to `processEvent`. */
export type Delivery = Parameters<App['processEvent']>[0]

/** What Slack delivered and what has not come to its end yet. */
export class Deliveries {
  /** Told how many seconds Slack waited at which door. */
  acknowledged: (door: string, seconds: number) => void = () => {}
  readonly #open = new Set<Promise<void>>()
  #closed = false

  /** Works on a delivery. Once closed nothing is taken: Slack, not acknowledged, brings it to another replica or again. */
  async take(delivery: Delivery, work: (delivery: Delivery) => Promise<void>): Promise<void> {
    if (this.#closed) return
    const working = work(this.#timed(delivery))
    this.#open.add(working)
    try {
      await working
    } finally {
      this.#open.delete(working)
    }
  }

  /** Takes nothing new and waits for what is open, so many milliseconds at most. */
  async close(patience: number): Promise<void> {
    this.#closed = true
    const ended = Promise.allSettled(this.#open)
    await Promise.race([ended, pause(patience, undefined, { ref: false })])
  }

  #timed(delivery: Delivery): Delivery {
    const began = performance.now()
    const ack: Delivery['ack'] = async (...answer) => {
      await delivery.ack(...answer)
      this.acknowledged(doorOf(delivery.body), (performance.now() - began) / 1000)
    }
    return { ...delivery, ack }
  }
}

const doors: Readonly<Record<string, string>> = {
  event_callback: 'event',
  block_actions: 'button',
  block_suggestion: 'options',
  view_submission: 'form',
  view_closed: 'form',
  message_action: 'shortcut',
  shortcut: 'shortcut',
}
const typed = z.looseObject({ type: z.string().optional(), command: z.string().optional() })

function doorOf(body: unknown): string {
  const { type, command } = typed.parse(body)
  return command ? 'command' : (doors[type ?? ''] ?? 'other')
}
