import type { Answer, Call } from './call.ts'

/** A message shortcut of the manifest: somebody points Shipshape at a message. */
export interface Shortcut {
  readonly callbackId: string
  readonly run: (call: ShortcutCall) => Promise<Answer>
}

export interface ShortcutCall extends Call {
  readonly channel: string
  readonly message: {
    readonly ts: string
    readonly threadTs: string | null
    readonly text: string
    readonly author: string | null
  }
  /** Slack's address of that message. */
  readonly permalink: string
}
