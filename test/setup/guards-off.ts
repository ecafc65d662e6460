import { App } from '@slack/bolt'
import { KeepingApp } from '../../src/slack/kept-events.ts'

type Listener = (heard: Record<string, unknown> & { ack: (body?: unknown) => Promise<void> }) => Promise<void>

/**
 * Loaded before Shipshape to show that a story can fail: events are acknowledged before they are kept, as Bolt does by
 * itself, and buttons before what they do is committed.
 */
KeepingApp.prototype.processEvent = App.prototype.processEvent

// Bolt overloads it in more ways than Shipshape uses; this is the one.
const action = App.prototype.action as unknown as (pattern: RegExp, listener: Listener) => void
const ackFirst = function (this: KeepingApp, pattern: RegExp, listener: Listener) {
  return action.call(this, pattern, async (heard) => {
    await heard.ack()
    await listener({ ...heard, ack: async () => {} })
  })
}
Object.assign(KeepingApp.prototype, { action: ackFirst })
