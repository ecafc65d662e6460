import { z } from 'zod'
import { type CanvasChange, changeCanvas, findSections, sectionsOf } from '../world/canvases.ts'
import { freshId } from '../world/ids.ts'
import { Refusal } from '../world/refusal.ts'
import type { Canvas } from '../world/shapes.ts'
import type { World } from '../world/world.ts'
import { filled, json, list, text } from './arguments.ts'
import { method } from './method.ts'
import { joined, person, visible } from './places.ts'

const WRITE = ['canvases:write']
const MOST_MARKDOWN = 1_048_576

const content = z
  .object({ type: z.literal('markdown'), markdown: z.string() })
  .transform(({ markdown }) => markdown)
const section = { section_id: z.string() }
const said = { document_content: content }
const operation = z.discriminatedUnion('operation', [
  z.object({ operation: z.enum(['insert_after', 'insert_before']), ...section, ...said }),
  z.object({ operation: z.enum(['insert_at_start', 'insert_at_end']), ...said }),
  z.object({ operation: z.literal('replace'), section_id: z.string().optional(), ...said }),
  z.object({ operation: z.literal('delete'), ...section }),
  z.object({ operation: z.literal('rename'), title_content: content }),
])
const criteria = z.object({
  section_types: z
    .array(z.enum(['any_header', 'h1', 'h2', 'h3']))
    .max(3)
    .default([]),
  contains_text: z.string().default(''),
})

function understood(given: z.infer<typeof operation>): CanvasChange {
  if (given.operation === 'rename') return { operation: 'rename', title: given.title_content }
  if (given.operation === 'delete') return given
  const { document_content: markdown, ...change } = given
  if (markdown.length > MOST_MARKDOWN) throw new Refusal('canvas_too_large')
  return { ...change, markdown }
}

function canvasOf(world: World, id: string): Canvas {
  const canvas = world.canvases.get(id)
  if (!canvas) throw new Refusal('canvas_not_found')
  return canvas
}

interface Wanted {
  title?: string | undefined
  document_content?: string | undefined
}

function addCanvas(world: World, wanted: Wanted, channel?: string): { canvas_id: string } {
  const { title = '', document_content = '' } = wanted
  if (document_content.length > MOST_MARKDOWN) throw new Refusal('canvas_creation_failed')
  const id = freshId('F')
  const sections = sectionsOf(document_content)
  world.canvases.set(id, { id, title, sections, access: new Map(), ...(channel && { channel }) })
  world.changed()
  return { canvas_id: id }
}

/** A channel has one canvas of its own. */
function addToChannel(world: World, wanted: Wanted, id: string): { canvas_id: string } {
  const channel = joined(world, id)
  const taken = [...world.canvases.values()].some((canvas) => canvas.channel === channel.id)
  if (taken) throw new Refusal('channel_canvas_already_exists')
  return addCanvas(world, wanted, channel.id)
}

const drawn = { title: text.optional(), document_content: json.pipe(content).optional() }

export const canvases = {
  'canvases.create': method({
    tier: 2,
    scopes: WRITE,
    args: { ...drawn, channel_id: text.optional() },
    call({ world, args }) {
      if (args.channel_id) return addToChannel(world, args, args.channel_id)
      if (!world.paid) throw new Refusal('free_teams_cannot_create_standalone_canvases')
      return addCanvas(world, args)
    },
  }),

  'conversations.canvases.create': method({
    tier: 2,
    scopes: WRITE,
    args: { ...drawn, channel_id: filled },
    call: ({ world, args }) => addToChannel(world, args, args.channel_id),
  }),

  'canvases.edit': method({
    tier: 3,
    scopes: WRITE,
    args: { canvas_id: filled, changes: json.pipe(z.tuple([operation])) },
    partly: 'any markdown is taken; a canvas is never locked',
    call({ world, args }) {
      const canvas = canvasOf(world, args.canvas_id)
      if (!world.paid && !canvas.channel) throw new Refusal('free_teams_cannot_edit_standalone_canvases')
      changeCanvas(canvas, understood(args.changes[0]))
      world.changed()
      return {}
    },
  }),

  'canvases.sections.lookup': method({
    tier: 3,
    scopes: ['canvases:read'],
    args: { canvas_id: filled, criteria: json.pipe(criteria) },
    call({ world, args: { canvas_id, criteria: wanted } }) {
      const by = { types: wanted.section_types, contains: wanted.contains_text }
      return { sections: findSections(canvasOf(world, canvas_id), by).map(({ id }) => ({ id })) }
    },
  }),

  'canvases.access.set': method({
    tier: 3,
    scopes: WRITE,
    args: {
      canvas_id: filled,
      access_level: z.enum(['read', 'write', 'owner']),
      channel_ids: list.optional(),
      user_ids: list.optional(),
    },
    partly: 'what is set is kept, and nobody is kept out',
    call({ world, args: { canvas_id, access_level, channel_ids = [], user_ids = [] } }) {
      const canvas = canvasOf(world, canvas_id)
      const both = channel_ids.length > 0 && user_ids.length > 0
      if (both || channel_ids.length + user_ids.length === 0) throw new Refusal('invalid_parameters')
      for (const id of channel_ids) visible(world, id)
      for (const id of user_ids) person(world, id)
      for (const id of [...channel_ids, ...user_ids]) canvas.access.set(id, access_level)
      return {}
    },
  }),

  'canvases.delete': method({
    tier: 3,
    scopes: WRITE,
    args: { canvas_id: filled },
    call({ world, args }) {
      world.canvases.delete(canvasOf(world, args.canvas_id).id)
      world.changed()
      return {}
    },
  }),
}
