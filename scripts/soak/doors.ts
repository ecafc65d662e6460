import type { Entry } from '../../test/workspace/traffic.ts'
import type { Workspace } from '../../test/workspace/workspace.ts'
import type { Replicas } from './replicas.ts'

/** The last of several replicas is reached by HTTP, the others by their sockets. */
export const isByHttp = (place: number, count: number) => count > 1 && place === count - 1

/**
 * Slack knows one way to an app; here it takes both in turns, so that every life comes through either. A request URL
 * behind which nobody works is not tried, as behind a balancer.
 */
export function takeTurns(slack: Workspace, replicas: Replicas, count: number): void {
  let deliveries = 0
  const next = () => {
    const place = ++deliveries % count
    const port = isByHttp(place, count) ? replicas.port(place) : null
    slack.deliverTo(port === null ? null : `http://127.0.0.1:${port}/slack/events`)
  }
  slack.traffic.news.on('moved', ({ kind, ms }: Entry) => {
    // The one that begins goes the way that is set.
    if (kind === 'delivery' && ms === undefined) queueMicrotask(next)
  })
}
