import type { RateLimits } from './api/rate-limits.ts'
import type { Courier } from './delivery/courier.ts'
import type { ResponseUrls } from './delivery/response-urls.ts'
import type { Sockets } from './delivery/sockets.ts'
import type { Triggers } from './delivery/triggers.ts'
import type { Faults } from './faults/faults.ts'
import type { Grants } from './oauth/grants.ts'
import type { Traffic } from './traffic.ts'
import type { ScheduledMessages } from './world/scheduled.ts'
import type { World } from './world/world.ts'

/** The workspace's moving parts, handed to everything that acts. */
export interface Engine {
  world: World
  traffic: Traffic
  courier: Courier
  sockets: Sockets
  triggers: Triggers
  responseUrls: ResponseUrls
  limits: RateLimits
  grants: Grants
  scheduled: ScheduledMessages
  faults: Faults
  /** `http://127.0.0.1:PORT` */
  url(): string
  jumps: { id: string; label: string; jump(): Promise<void> }[]
}
