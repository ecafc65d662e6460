import { randomInt } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { Credentials, WorkspaceOptions } from '../options.ts'
import { idFromHandle, secret } from './ids.ts'
import { type Manifest, readManifest } from './manifest.ts'
import type { Canvas, Channel, Execution, Group, Member, Message, OpenView, SlackFile } from './shapes.ts'
import type { Token } from './tokens.ts'

/** Something the app may be told of, if its manifest declares it and it can see the place. */
export interface AppEvent {
  /** The name as in the manifest: `message.channels`, though the body's type is `message`. */
  declaredAs: string
  body: { type: string } & Record<string, unknown>
  /** Where it happened, when only members are told. */
  channel?: Channel
}

interface Installed extends Credentials {
  id: string
  name: string
  botId: string
  botUserId: string
  /** What it may do: the manifest's scopes at first; installing it again only adds. */
  scopes: string[]
  verificationToken: string
  manifest: Manifest
  removed: boolean
}

/** Everything that is true in the workspace. The Web API, people and the page only read and change this. */
export class World {
  readonly team: { id: string; name: string; domain: string }
  /** When there is one, the app is installed in all of it. */
  readonly organisation: { id: string; name: string } | undefined
  readonly app: Installed
  paid: boolean
  restricted: boolean
  /** The app is sold to others outside Slack's Marketplace: it may hardly read histories. */
  readonly distributed: boolean
  /** Milliseconds in which the app must acknowledge. */
  readonly acksWithin: number
  readonly people = new Map<string, Member>()
  readonly tokens = new Map<string, Token>()
  readonly groups = new Map<string, Group>()
  readonly channels = new Map<string, Channel>()
  /** Messages with links that the app may preview, by the id that it was told. */
  readonly unfurls = new Map<string, { channel: Channel; message: Message }>()
  readonly files = new Map<string, SlackFile>()
  readonly canvases = new Map<string, Canvas>()
  readonly executions = new Map<string, Execution>()
  readonly modals = new Map<string, OpenView[]>()
  readonly homes = new Map<string, OpenView>()
  /** What became of a person's last press on a message, by person and message. */
  readonly troubles = new Map<string, string>()
  readonly news = new EventEmitter<{ changed: []; event: [AppEvent] }>().setMaxListeners(0)
  readonly now: () => number
  #lastTs = 0

  constructor(options: WorkspaceOptions) {
    this.now = options.clock ?? Date.now
    this.team = options.team ?? { id: 'T0HARBOUR', name: 'Harbour', domain: 'harbour' }
    this.organisation = options.organisation
    this.paid = options.paid ?? true
    this.restricted = options.restricted ?? false
    this.distributed = options.distributed ?? false
    this.acksWithin = options.acksWithin ?? 3000
    this.app = install(readManifest(options.manifest), this.team.id, options.credentials)
    if (options.redirectUrls) this.app.manifest.oauth_config.redirect_urls = options.redirectUrls
    this.tokens.set(this.app.botToken, { kind: 'bot' }).set(this.app.appToken, { kind: 'app' })
  }

  /** A message's ts: seconds and microseconds, never the same twice. */
  nextTs(): string {
    this.#lastTs = Math.max(Math.floor(this.now()) * 1000, this.#lastTs + 1)
    return `${Math.floor(this.#lastTs / 1e6)}.${String(this.#lastTs % 1e6).padStart(6, '0')}`
  }

  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  changed(): void {
    this.news.emit('changed')
  }

  tell(event: AppEvent): void {
    this.news.emit('event', event)
    this.changed()
  }
}

function madeUp(teamId: string, appId: string): Credentials {
  return {
    clientId: `${randomInt(1e12)}.${randomInt(1e12)}`,
    clientSecret: secret(16),
    botToken: `xoxb-${teamId}-${secret()}`,
    appToken: `xapp-1-${appId}-${secret()}`,
    signingSecret: secret(16),
  }
}

function install(manifest: Manifest, teamId: string, credentials: Credentials | undefined): Installed {
  const { name } = manifest.display_information
  const id = idFromHandle('A', name)
  return {
    id,
    name,
    botId: idFromHandle('B', name),
    botUserId: idFromHandle('U', manifest.features.bot_user.display_name),
    ...(credentials ?? madeUp(teamId, id)),
    scopes: [...manifest.oauth_config.scopes.bot],
    verificationToken: secret(),
    manifest,
    removed: false,
  }
}
