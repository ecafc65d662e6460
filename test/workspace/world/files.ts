import { freshId, secret } from './ids.ts'
import { type Draft, post } from './messages.ts'
import { Refusal } from './refusal.ts'
import type { Channel, Member, Message, SlackFile } from './shapes.ts'
import type { World } from './world.ts'

type Announced = Pick<SlackFile, 'name' | 'size' | 'altText'> & Partial<Pick<SlackFile, 'user'>>

/** A file that is about to be uploaded to the address with its ticket. */
export function expectFile(world: World, base: string, announced: Announced): SlackFile {
  const id = freshId('F')
  const file: SlackFile = {
    user: world.app.botUserId,
    ...announced,
    id,
    title: announced.name,
    created: world.seconds(),
    ticket: secret(),
    content: undefined,
    state: 'expected',
    url: `${base}/files-pri/${world.team.id}-${id}/${encodeURIComponent(announced.name)}`,
    shares: [],
  }
  world.files.set(id, file)
  return file
}

export function receiveFile(world: World, ticket: string, content: Buffer): boolean {
  const file = [...world.files.values()].find((one) => one.ticket === ticket && one.state === 'expected')
  if (file) Object.assign(file, { content, size: content.length })
  return file !== undefined
}

/** A person's own file, as they put it into a form: nobody else sees it, the app that gets the form excepted. */
export function ownFile(world: World, base: string, by: Member, name: string, content: Buffer): SlackFile {
  const file = expectFile(world, base, { name, size: content.length, altText: '', user: by.id })
  return Object.assign(file, { content, state: 'complete' as const })
}

/** Makes an upload a file, seen by nobody else until it is shared. */
export function completeFile(world: World, id: string, title: string | undefined): SlackFile {
  const file = world.files.get(id)
  if (file?.state !== 'expected' || !file.content) throw new Refusal('file_not_found')
  Object.assign(file, { state: 'complete', title: title || file.name })
  tell(world, 'file_created', file)
  return file
}

type Sharing = Pick<Draft, 'user' | 'byApp' | 'text' | 'blocks' | 'threadTs' | 'username' | 'icon'>

/** Puts files into a channel as one message. */
export function shareFiles(world: World, channel: Channel, files: SlackFile[], sharing: Sharing): Message {
  const message = post(world, channel, { ...sharing, files: files.map(({ id }) => id) })
  for (const file of files) {
    file.shares.push({ channel: channel.id, ts: message.ts })
    tell(world, 'file_shared', file, channel)
  }
  return message
}

/** Takes a file away; messages that showed it keep a tombstone. */
export function deleteFile(world: World, file: SlackFile): void {
  Object.assign(file, { state: 'deleted', content: undefined })
  tell(world, 'file_deleted', file)
}

function tell(world: World, type: string, { id, user }: SlackFile, channel?: Channel): void {
  const where = channel && { channel_id: channel.id }
  const body = { type, file_id: id, file: { id }, user_id: user, ...where, event_ts: world.nextTs() }
  world.tell({ declaredAs: type, body, ...(channel && { channel }) })
}
