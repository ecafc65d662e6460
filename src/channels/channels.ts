import { isOver } from '../releases/lifecycle.ts'
import type { Evolvers, Facts, Release, ReleaseEvent } from '../releases/release.ts'

/** It was archived by hand, or Shipshape is not in it. */
export const shuts = ['archived', 'not invited'] as const
export type Shut = (typeof shuts)[number]

declare module '../releases/release.ts' {
  interface Release {
    /** Its Slack channel; null until one was asked for, its id null until Slack made it. */
    readonly channel: {
      readonly id: string | null
      readonly name: string
      readonly archived: Date | null
      /** Why nothing can be posted there, though people still work in it. */
      readonly shut: { readonly why: Shut; readonly since: Date } | null
    } | null
  }
  interface ReleaseEvents {
    channelOpened: { readonly channel: string; readonly name: string }
    /** Everything was tried; `missing` is step to Slack's word for why it could not be done. */
    channelProvisioned: { readonly missing: Readonly<Record<string, string>> }
    channelArchived: Record<never, never>
  }
}

export const evolveChannels: Evolvers = {
  channelOpened: (release, { channel, name }) => ({
    ...release,
    channel: { id: channel, name, archived: null, shut: null },
  }),
  channelArchived: (release, { at }) => ({
    ...release,
    channel: release.channel && { ...release.channel, archived: at },
  }),
}

const maxName = 80

/** `rel-payments-2-4-0`: what Slack takes for a channel, dots turned into dashes, shortened when need be. */
export function channelName(release: Pick<Release, 'product' | 'version'>, attempt = 1): string {
  const wished = `rel-${release.product}-${release.version}`.replace(/[^a-z0-9_-]/g, '-')
  const suffix = attempt === 1 ? '' : `-${attempt}`
  return wished.slice(0, maxName - suffix.length) + suffix
}

/** Everyone who has a part from the beginning: who runs it and who fills a role. */
export function invited(release: Release, facts: Facts): string[] {
  const holders = Object.values(facts.holders).flat()
  return [...new Set([release.manager, ...(release.deputy ? [release.deputy] : []), ...holders])]
}

/** When its channel goes to the archive; null while it is needed. */
export function archives(release: Release, facts: Facts): Date | null {
  if (!isOver(release) || !release.endedAt || !release.channel?.id || release.channel.archived) return null
  if (release.channel.shut?.why === 'archived') return null
  return new Date(release.endedAt.getTime() + facts.model.review.archiveAfter)
}

export function dueToArchive(release: Release, facts: Facts, now: Date): ReleaseEvent[] {
  const at = archives(release, facts)
  return at && at <= now ? [{ type: 'channelArchived' }] : []
}
