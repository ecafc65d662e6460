import { WebClient } from '@slack/web-api'

/**
 * Loaded before Shipshape to show that a story can fail: what Slack holds already is not found, so that nothing keeps
 * an act whose answer was lost from being done again.
 */
const apiCall = WebClient.prototype.apiCall
const nothing = { ok: true, channels: [], messages: [] }
WebClient.prototype.apiCall = function (method, options) {
  const searches = ['conversations.list', 'conversations.history', 'conversations.replies'].includes(method)
  return searches ? Promise.resolve(nothing) : apiCall.call(this, method, options)
}
