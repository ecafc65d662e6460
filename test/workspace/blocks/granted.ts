import { unfurlDomain } from '../world/links.ts'
import type { SlackFile } from '../world/shapes.ts'
import { mimeTypeOf } from '../world/wire-files.ts'
import type { World } from '../world/world.ts'
import { type Fault, fault } from './faults.ts'
import { type Part, parts } from './parts.ts'

const PICTURES = ['image/png', 'image/jpeg', 'image/gif']
/** Slack names the scopes, not its words. */
const SCOPES: Record<string, string> = { video: 'links.embed:write', file_input: 'files:read' }

/** What is wrong in this workspace with blocks that are right in themselves: scopes, domains and files. */
export function faultsInWorkspace(world: World, blocks: unknown, root: string): Fault[] {
  return parts(blocks, root).flatMap((one) => [
    ...withoutScope(world, one),
    ...ofAnotherDomain(world, one),
    ...withoutFile(world, one),
  ])
}

function withoutScope({ app }: World, { part, pointer }: Part): Fault[] {
  const scope = SCOPES[part.type]
  return !scope || app.scopes.includes(scope) ? [] : [fault(`must have the ${scope} scope`, pointer)]
}

function ofAnotherDomain(world: World, { part, pointer }: Part): Fault[] {
  if (part.type !== 'video' || unfurlDomain(world, String(part.video_url))) return []
  return [fault('must be in an unfurl domain of the app', `${pointer}/video_url`)]
}

function withoutFile(world: World, { part, pointer }: Part): Fault[] {
  if (part.type !== 'image' || !part.slack_file) return []
  // Its blocks have been parsed.
  const { id, url } = part.slack_file as { id?: string; url?: string }
  const file = [...world.files.values()].find((one) => one.id === id || one.url === url)
  const shown = file?.state === 'complete' && PICTURES.includes(mimeTypeOf(file)) && isSeen(world, file)
  return shown ? [] : [fault('invalid slack file', `${pointer}/slack_file`)]
}

function isSeen({ app, channels }: World, { user, shares }: SlackFile): boolean {
  return user === app.botUserId || shares.some((one) => channels.get(one.channel)?.members.has(app.botUserId))
}
