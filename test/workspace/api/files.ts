import { z } from 'zod'
import { checkMessage } from '../blocks/check.ts'
import { completeFile, deleteFile, expectFile, shareFiles } from '../world/files.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel, SlackFile } from '../world/shapes.ts'
import { wireFile } from '../world/wire-files.ts'
import type { World } from '../world/world.ts'
import { filled, json, list, text, whole } from './arguments.ts'
import { method } from './method.ts'
import { bot, joined, person } from './places.ts'
import { disguised, parent, persona } from './posting.ts'

const LARGEST_SNIPPET = 1_048_576
const LONGEST_ALT_TEXT = 1000
const MOST_CHANNELS = 100
const uploads = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1)

function fileOf(world: World, id: string): SlackFile {
  const file = world.files.get(id)
  if (!file || file.state === 'expected') throw new Refusal('file_not_found')
  if (file.state === 'deleted') throw new Refusal('file_deleted')
  return file
}

function takers(world: World, ids: string[]): Channel[] {
  if (ids.length > MOST_CHANNELS) throw new Refusal('channels_limit_exceeded')
  const channels = ids.map((id) => joined(world, id))
  if (channels.some((channel) => channel.archived)) throw new Refusal('posting_to_channel_denied')
  return channels
}

/** Uploading, in three steps, and what became of it. */
export const files = {
  'files.getUploadURLExternal': method({
    tier: 4,
    formOnly: true,
    scopes: ['files:write'],
    args: { filename: filled, length: whole, snippet_type: text.optional(), alt_txt: text.optional() },
    partly: 'any snippet type is taken',
    call({ engine, world, args }) {
      const { filename: name, length: size, alt_txt: altText = '' } = args
      if (size <= 0) throw new Refusal('missing_argument')
      if (altText.length > LONGEST_ALT_TEXT) throw new Refusal('alt_txt_too_large')
      if (args.snippet_type && size > LARGEST_SNIPPET) throw new Refusal('snippet_too_large')
      const file = expectFile(world, engine.url(), { name, size, altText })
      return { file_id: file.id, upload_url: `${engine.url()}/upload/v1/${file.ticket}` }
    },
  }),

  'files.completeUploadExternal': method({
    tier: 4,
    scopes: ['files:write'],
    args: {
      files: json.pipe(uploads),
      channel_id: text.optional(),
      channels: list.optional(),
      thread_ts: text.optional(),
      initial_comment: text.optional(),
      blocks: json.optional(),
      ...persona,
    },
    call({ world, args }) {
      const { channel_id, channels = [], initial_comment = '', blocks: given, thread_ts: threadTs } = args
      const shared = takers(world, channel_id ? [channel_id] : channels)
      for (const channel of shared) parent(channel, threadTs)
      const blocks = given === undefined ? [] : checkMessage({ blocks: given }, world).blocks
      const by = { user: bot(world).id, byApp: true, ...disguised(world, args) }
      const done = args.files.map(({ id, title }) => completeFile(world, id, title))
      // Slack works on it for a while: neither the message nor its stamp is in the answer.
      setImmediate(() => {
        for (const channel of shared)
          shareFiles(world, channel, done, { text: initial_comment, blocks, threadTs, ...by })
      })
      return { files: done.map(({ id, title }) => ({ id, title })) }
    },
  }),

  'files.info': method({
    tier: 4,
    formOnly: true,
    scopes: ['files:read'],
    args: { file: filled },
    partly: 'no comments, no previews',
    call({ world, args }) {
      const { id } = fileOf(world, args.file)
      return { file: wireFile(world, id), comments: [], response_metadata: { next_cursor: '' } }
    },
  }),

  'files.list': method({
    tier: 3,
    formOnly: true,
    scopes: ['files:read'],
    args: {
      channel: text.optional(),
      user: text.optional(),
      ts_from: text.optional(),
      ts_to: text.optional(),
    },
    partly: 'one page; types are not told apart',
    call({ world, args: { channel, user, ts_from = 0, ts_to = Number.POSITIVE_INFINITY } }) {
      if (user) person(world, user)
      const found = [...world.files.values()].filter(
        (one) =>
          one.state === 'complete' &&
          (!user || one.user === user) &&
          (!channel || one.shares.some((share) => share.channel === channel)) &&
          one.created >= Number(ts_from) &&
          one.created <= Number(ts_to),
      )
      const paging = { count: found.length, total: found.length, page: 1, pages: 1 }
      return { files: found.map(({ id }) => wireFile(world, id)), paging }
    },
  }),

  'files.delete': method({
    tier: 3,
    scopes: ['files:write'],
    args: { file: filled },
    call({ world, args }) {
      const file = fileOf(world, args.file)
      if (file.user !== bot(world).id) throw new Refusal('cant_delete_file')
      deleteFile(world, file)
      return {}
    },
  }),
}
