import { pathToFileURL } from 'node:url'
import { cast, castChannels } from '../../scripts/demo/cast.ts'
import { freshDatabase } from '../databases.ts'
import { startProcess } from '../setup/process.ts'
import type { Shown } from '../workspace/person/shown.ts'
import { startWorkspace } from '../workspace/workspace.ts'

export const channel = '#rel-payments-2-4-0'

/** The settings that load this file of `test/setup` before Shipshape, to show that a story can fail. */
export const without = (guards: string) => ({
  NODE_OPTIONS: `--import ${pathToFileURL(`test/setup/${guards}`).href}`,
})

export type ProcessStage = Awaited<ReturnType<typeof openProcess>>

/** Shipshape as a process of its own, by the real clock, on a real PostgreSQL and before a local workspace. */
export async function openProcess(env: Readonly<Record<string, string>> = {}) {
  const slack = await startWorkspace({ manifest: 'slack-manifest.yml', people: cast, channels: castChannels })
  const database = await freshDatabase('postgres')
  const start = async () => {
    const started = await startProcess({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: database.url ?? '',
      PORT: '0',
      ...env,
    })
    slack.deliverTo(`http://127.0.0.1:${started.port}/slack/events`)
    return started
  }
  let running = await start()
  return {
    slack,
    database,
    kill: () => running.kill(),
    restart: async () => {
      running = await start()
    },
    /** What somebody sees in the release's channel, within a minute. */
    sees: (handle: string, words: string): Promise<Shown> =>
      slack
        .as(handle)
        .waits(channel, (shown) => !shown.ephemeral && shown.text.includes(words), { timeoutMs: 60_000 }),
    close: async () => {
      await running.kill()
      await slack.close()
      await database.close()
    },
  }
}
