import { randomUUID } from 'node:crypto'
import { KeepingApp } from '../../src/slack/kept-events.ts'

/**
 * Loaded before Shipshape to show that a story can fail: an event that Slack delivers again looks like another one.
 */
const { processEvent } = KeepingApp.prototype
KeepingApp.prototype.processEvent = function (delivery) {
  return processEvent.call(this, { ...delivery, body: { ...delivery.body, event_id: randomUUID() } })
}
