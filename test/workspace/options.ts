import type { FaultPlanInput } from './faults/plan.ts'

export interface PersonSeed {
  handle: string
  name: string
  title?: string
  /** IANA, such as `Europe/Berlin`. */
  zone: string
  email?: string
  admin?: boolean
  guest?: boolean
  /** When Slack keeps quiet for them, as `HH:mm`; by default from 22:00 to 08:00. */
  quietHours?: { from: string; to: string } | null
  /** A guest who may be in one channel only. */
  singleChannel?: boolean
  /** Somebody of this other workspace, who meets us in shared channels. */
  team?: string
  /** Default: derived from the handle, so the same in every workspace. */
  id?: string
}

export interface GroupSeed {
  handle: string
  name: string
  members: string[]
}

export interface ChannelSeed {
  name: string
  /** Handles; the app is a member of what it is listed in by its own handle, or of `all`. */
  members?: 'all' | string[]
  private?: boolean
}

/** What an app shows to be let in, and its people copy into its settings. */
export interface Credentials {
  botToken: string
  appToken: string
  signingSecret: string
  clientId: string
  clientSecret: string
}

export interface WorkspaceOptions {
  /** 0, the default, takes any free port. */
  port?: number
  /** Milliseconds; stamps messages. Signatures, triggers and response URLs stay on real time. */
  clock?: () => number
  /** Path of the `slack-manifest.yml` that the app is installed from. */
  manifest: string
  /** Made up anew for every workspace unless given. */
  credentials?: Credentials
  /** Where the app may send people back to after OAuth, instead of what its manifest says. */
  redirectUrls?: string[]
  team?: { id: string; name: string; domain: string }
  /** The organisation around the workspace; the app is then installed in all of it. */
  organisation?: { id: string; name: string }
  people: PersonSeed[]
  groups?: GroupSeed[]
  channels?: ChannelSeed[]
  /** A paid workspace (the default) has user groups. */
  paid?: boolean
  /** The workspace lets apps create no channels and add no bookmarks. */
  restricted?: boolean
  /** Whether calls are counted as Slack counts them; `off` by default. */
  rateLimits?: 'off' | 'slack'
  /** Milliseconds that only rise, by which calls are counted. */
  stopwatch?: () => number
  /** The app is sold to others outside Slack's Marketplace: one page of fifteen messages a minute. */
  distributed?: boolean
  /** How much of the traffic is kept, newest first; all of it by default, so say so where nobody stops it. */
  keepsTraffic?: number
  /** Jumps of the clock that the page offers; what they do is the caller's business. */
  jumps?: { id: string; label: string; jump(): Promise<void> }[]
  /** Folder of the built page, served at `/`. */
  page?: string
  /** How many milliseconds the app has to acknowledge; 3,000 as usual. */
  acksWithin?: number
  /** When events that were not acknowledged come again, in milliseconds after the first attempt failed. */
  retries?: number[]
  /** Of how many events an hour the app is told; 30,000 as usual. */
  eventsPerHour?: number
  /** After how many milliseconds a socket is asked to go and come anew; an hour as usual. */
  socketLives?: number
  /** Faults from the start; `workspace.faults` changes them later. */
  faults?: FaultPlanInput
}
