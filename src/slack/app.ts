import type { RequestListener } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { HTTPReceiver, SocketModeReceiver } from '@slack/bolt'
import type { Config } from '../config.ts'
import type { Ctx } from '../ctx.ts'
import type { Log } from '../log.ts'
import { refusing } from './client.ts'
import { hearActions } from './hear-actions.ts'
import { hearCommands } from './hear-commands.ts'
import { hearEvents } from './hear-events.ts'
import { hearForms } from './hear-forms.ts'
import { hearShortcuts } from './hear-shortcuts.ts'
import { KeepingApp, keeper } from './kept-events.ts'
import { quiet } from './quiet.ts'

/** How Slack reaches us: signed requests handed to `listener`, or sockets that we open. */
export interface Hearing {
  readonly app: KeepingApp
  readonly listener: RequestListener | null
  /** @throws SlackRefused when Slack does not take the app's token. */
  readonly start: () => Promise<void>
  /** Takes nothing new, lets what was taken come to its answer, so many milliseconds at most, and hangs up. */
  readonly stop: (patience: number) => Promise<void>
  readonly connected: () => boolean
}

type Settings = Pick<Config, 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN' | 'SLACK_SIGNING_SECRET' | 'SLACK_API_URL'>

/** How long a socket may take to hang up, in milliseconds: where Slack is silent, the client itself waits half a minute. */
const farewell = 1_000

/** Bolt, wired to the features' doors. `me` is known already, so Bolt asks Slack for nothing. */
export function openHearing(settings: Settings, me: { botUser: string; bot: string }, log: Log): Hearing {
  const logger = quiet(log)
  const clientOptions = { slackApiUrl: settings.SLACK_API_URL, retryConfig: { retries: 0 } }
  // The one call that is made until it succeeds: nobody else brings a socket back, and its failure would end the process.
  const untilOpen = { ...clientOptions, retryConfig: { forever: true, factor: 1.3, maxTimeout: 30_000 } }
  const socket = settings.SLACK_APP_TOKEN
    ? new SocketModeReceiver({
        appToken: settings.SLACK_APP_TOKEN,
        // Also how long it stays away when Slack sends it to another connection; a second lost it to a busy machine.
        clientPingTimeout: 2_000,
        installerOptions: { clientOptions: untilOpen },
        logger,
      })
    : null
  const http = socket
    ? null
    : new HTTPReceiver({ signingSecret: settings.SLACK_SIGNING_SECRET ?? '', logger })
  const receiver = socket ?? http
  if (!receiver) throw new Error('one of the two receivers is always there')
  const app = new KeepingApp({
    receiver,
    token: settings.SLACK_BOT_TOKEN,
    tokenVerificationEnabled: false,
    botId: me.bot,
    botUserId: me.botUser,
    convoStore: false,
    clientOptions: { ...clientOptions },
    logger,
  })
  let connected = http !== null
  socket?.client.on('connected', () => {
    connected = true
  })
  // Slack's own 'disconnected' is only said at the very end, not of a socket that is being brought back.
  socket?.client.on('close', () => {
    connected = false
  })
  return {
    app,
    listener: http?.requestListener ?? null,
    start: async () => {
      await socket?.start().catch(refusing('SLACK_APP_TOKEN'))
    },
    stop: async (patience) => {
      await app.deliveries.close(patience)
      await Promise.race([socket?.stop(), pause(farewell, undefined, { ref: false })])
    },
    connected: () => connected,
  }
}

/** Opens every door of the composed features. */
export function openDoors(app: KeepingApp, ctx: Ctx) {
  const { features } = ctx
  const commands = features.flatMap((feature) => feature.commands ?? [])
  const events = features.flatMap((feature) => feature.events ?? [])
  app.keep = keeper(ctx, events)
  app.deliveries.acknowledged = ctx.meters.acknowledged
  hearCommands(app, ctx, commands)
  hearActions(
    app,
    ctx,
    features.flatMap((feature) => feature.actions ?? []),
    commands,
  )
  hearForms(
    app,
    ctx,
    features.flatMap((feature) => feature.forms ?? []),
  )
  hearShortcuts(
    app,
    ctx,
    features.flatMap((feature) => feature.shortcuts ?? []),
  )
  hearEvents(app, ctx, events)
}
