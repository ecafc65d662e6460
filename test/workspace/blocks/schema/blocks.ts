import { z } from 'zod'
import { contextActions, plan, taskCard } from './agents.ts'
import { accessory, actionElement, button, image, inputElement } from './elements.ts'
import {
  anyText,
  httpsUrl,
  id,
  mrkdwn,
  ONE_PICTURE,
  onePicture,
  picture,
  plainText,
  webUrl,
  word,
} from './objects.ts'
import { richText } from './rich-text.ts'
import { dataTable, dataVisualization, table } from './tables.ts'

const base = { block_id: id.optional() }
const contextElement = z.discriminatedUnion('type', [plainText(3000), mrkdwn(3000), image])

const section = z
  .strictObject({
    type: z.literal('section'),
    ...base,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, 'must provide text or fields')

const header = z.strictObject({ type: z.literal('header'), ...base, text: plainText(150) })
const divider = z.strictObject({ type: z.literal('divider'), ...base })
const context = z.strictObject({
  type: z.literal('context'),
  ...base,
  elements: z.array(contextElement).min(1).max(10),
})
const actions = z.strictObject({
  type: z.literal('actions'),
  ...base,
  elements: z.array(actionElement).min(1).max(25),
})

const input = z.strictObject({
  type: z.literal('input'),
  ...base,
  label: plainText(2000),
  element: inputElement,
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
})

const imageBlock = z
  .strictObject({ type: z.literal('image'), ...base, ...picture, title: plainText(2000).optional() })
  .refine(onePicture, ONE_PICTURE)

const markdown = z.strictObject({ type: z.literal('markdown'), ...base, text: word.max(12_000) })

const video = z.strictObject({
  type: z.literal('video'),
  ...base,
  video_url: httpsUrl,
  thumbnail_url: webUrl,
  alt_text: word,
  title: plainText(199),
  title_url: httpsUrl.optional(),
  author_name: z.string().max(49).optional(),
  provider_name: z.string().optional(),
  provider_icon_url: webUrl.optional(),
  description: plainText(200).optional(),
})

const alert = z.strictObject({
  type: z.literal('alert'),
  ...base,
  text: anyText(3000),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
})

const card = z
  .strictObject({
    type: z.literal('card'),
    ...base,
    hero_image: image.optional(),
    icon: image.optional(),
    title: mrkdwn(150).optional(),
    subtitle: mrkdwn(150).optional(),
    body: mrkdwn(200).optional(),
    actions: z.array(button).min(1).optional(),
  })
  .refine(
    ({ hero_image, title, body, actions }) => hero_image || title || body || actions,
    'must provide content',
  )

const carousel = z.strictObject({
  type: z.literal('carousel'),
  ...base,
  elements: z.array(card).min(1).max(10),
})

// Slack names inputs and files here too, but takes neither in a message.
const child = z.discriminatedUnion('type', [
  actions,
  context,
  divider,
  header,
  imageBlock,
  richText,
  section,
  table,
  video,
])

const container = z
  .strictObject({
    type: z.literal('container'),
    ...base,
    title: plainText(150).optional(),
    rich_text_title: richText.optional(),
    subtitle: anyText(150).optional(),
    child_blocks: z.array(child).min(1).max(10),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: image.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine((block) => block.title !== undefined || block.rich_text_title !== undefined, 'must provide a title')
  .refine(
    (block) => !block.default_collapsed || block.is_collapsible === true,
    'default_collapsed requires is_collapsible',
  )

const everywhere = [section, header, divider, context, actions, imageBlock, richText, video] as const
const shownTo = [card, carousel] as const
const inMessages = [
  markdown,
  table,
  dataTable,
  dataVisualization,
  container,
  contextActions,
  taskCard,
  plan,
] as const

/** Which blocks Slack takes where; what its sources disagree on is refused. */
export const surfaces = {
  message: z.discriminatedUnion('type', [...everywhere, ...shownTo, ...inMessages]),
  modal: z.discriminatedUnion('type', [...everywhere, input, alert]),
  home: z.discriminatedUnion('type', [...everywhere, ...shownTo, input]),
  any: z.discriminatedUnion('type', [...everywhere, ...shownTo, ...inMessages, input, alert]),
}
