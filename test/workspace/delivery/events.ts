import type { WorkspaceOptions } from '../options.ts'
import { isShared } from '../world/channels.ts'
import { freshId } from '../world/ids.ts'
import { authorization } from '../world/installation.ts'
import type { Channel } from '../world/shapes.ts'
import type { AppEvent, World } from '../world/world.ts'
import type { Courier, Parcel } from './courier.ts'
import { EventLimit } from './event-limit.ts'

type Telling = Pick<WorkspaceOptions, 'retries' | 'eventsPerHour'>

const SLACKS_RETRIES = [0, 60_000, 300_000]

/** Sends the app the events that its manifest declares, again when they are not acknowledged. */
export class Events {
  readonly #world: World
  readonly #courier: Courier
  readonly #retries: number[]
  readonly #limit: EventLimit
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly #hear = (event: AppEvent) => {
    if (!this.#isFor(event)) return
    const verdict = this.#limit.take()
    if (verdict === 'send') void this.#attempt(this.#parcel(event))
    if (verdict === 'say so') void this.#attempt(this.#tooMany())
  }

  constructor(world: World, courier: Courier, { retries = SLACKS_RETRIES, eventsPerHour }: Telling) {
    this.#world = world
    this.#courier = courier
    this.#retries = retries
    this.#limit = new EventLimit(eventsPerHour)
    world.news.on('event', this.#hear)
  }

  close(): void {
    this.#world.news.off('event', this.#hear)
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #isFor({ declaredAs, channel }: AppEvent): boolean {
    const { app, tokens } = this.#world
    const allowed = !app.removed && !tokens.get(app.botToken)?.revoked
    const declared = app.manifest.settings.event_subscriptions.bot_events.includes(declaredAs)
    const present = !channel || channel.members.has(app.botUserId)
    return declared && allowed && present && this.#mayHear(declaredAs, channel)
  }

  /** Comings and goings need the scope of the kind of channel; every other event has one scope. */
  #mayHear(declaredAs: string, channel: Channel | undefined): boolean {
    if (!channel || !declaredAs.startsWith('member_')) return true
    const needed = channel.kind === 'private' ? 'groups:read' : 'channels:read'
    return this.#world.app.scopes.includes(needed)
  }

  #parcel({ body, channel }: AppEvent): Parcel {
    const { app, team } = this.#world
    const enterprise_id = this.#world.organisation?.id
    const payload = {
      token: app.verificationToken,
      team_id: this.#teamOf(body.user),
      context_team_id: team.id,
      context_enterprise_id: enterprise_id ?? null,
      ...(enterprise_id && { enterprise_id }),
      api_app_id: app.id,
      event: body,
      type: 'event_callback',
      event_id: freshId('Ev'),
      event_time: this.#world.seconds(),
      authorizations: [authorization(this.#world)],
      is_ext_shared_channel: channel !== undefined && isShared(this.#world, channel),
      event_context: freshId('EC'),
    }
    return { type: 'event', name: body.type, payload }
  }

  /** Whose event it is: with people of other workspaces not the team that the app is installed in. */
  #teamOf(user: unknown): string {
    const { people, team } = this.#world
    return (typeof user === 'string' && people.get(user)?.team) || team.id
  }

  #tooMany(): Parcel {
    const { app, team } = this.#world
    const type = 'app_rate_limited'
    const minute_rate_limited = Math.floor(this.#world.seconds() / 60) * 60
    const payload = {
      token: app.verificationToken,
      type,
      team_id: team.id,
      minute_rate_limited,
      api_app_id: app.id,
    }
    return { type: 'event', name: type, payload }
  }

  async #attempt(parcel: Parcel): Promise<void> {
    const ack = await this.#courier.deliver(parcel)
    const num = (parcel.retry?.num ?? 0) + 1
    const first = this.#retries[num - 1]
    if (ack.ok || ack.reason === 'no_retry' || first === undefined) return
    const wait = first - (this.#retries[num - 2] ?? 0)
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      void this.#attempt({ ...parcel, retry: { num, reason: ack.reason } })
    }, wait)
    this.#timers.add(timer.unref())
  }
}
