import { setTimeout as wait } from 'node:timers/promises'
import type { Workspace } from '../../test/workspace/workspace.ts'

interface Patience {
  signal: AbortSignal
  say: (line: string) => void
  everyMs?: number
}

/** Saves a request URL as soon as the app there gives Slack's challenge back; until then nothing is delivered to it. */
export async function saveOnceAnswered(slack: Workspace, url: string, patience: Patience): Promise<void> {
  const { signal, say, everyMs = 1000 } = patience
  let told = false
  while (!signal.aborted) {
    try {
      await slack.saveRequestUrl(url)
      return say(`${url} gave the challenge back: commands, events and presses are delivered there, signed.`)
    } catch {
      if (!told)
        say(`${url} does not give the challenge back yet, signed with that secret; asking every second.`)
      told = true
      await wait(everyMs, undefined, { signal }).catch(() => {})
    }
  }
}
