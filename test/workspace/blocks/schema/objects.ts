import { z } from 'zod'

/** Composition objects of Block Kit with Slack's limits. */
export const plainText = (most: number, least = 1) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(least).max(most),
    emoji: z.boolean().optional(),
  })

export const mrkdwn = (most: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(most),
    verbatim: z.boolean().optional(),
  })

export const anyText = (most: number) => z.discriminatedUnion('type', [plainText(most), mrkdwn(most)])

const address = (protocols: RegExp) =>
  z
    .string()
    .min(1)
    .max(3000)
    .refine((value) => URL.canParse(value) && protocols.test(value), 'must be a valid URL')

export const id = z.string().min(1).max(255)
export const word = z.string().min(1)
/** What a press may lead to. */
export const url = address(/^(https?|mailto|slack|tel):/)
export const webUrl = address(/^https?:/)
export const httpsUrl = address(/^https:/)
export const style = z.enum(['primary', 'danger'])
export const placeholder = plainText(150)

export const confirm = z.strictObject({
  title: plainText(100).optional(),
  text: anyText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: style.optional(),
})

export const option = z.strictObject({
  text: plainText(75),
  // Slack's types say 75, its pages 150.
  value: word.max(75),
  description: plainText(75).optional(),
})

/** In an overflow menu an option may lead to an address. */
export const overflowOption = option.extend({ url: url.optional() })

/** Beside check boxes and radio buttons an option may be formatted. */
export const markedOption = option.extend({ text: anyText(75), description: anyText(75).optional() })

export const optionGroup = z.strictObject({ label: plainText(75), options: z.array(option).min(1).max(100) })

export const conversationFilter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .refine((filter) => Object.keys(filter).length > 0, 'must provide at least one filter')

export const dispatchConfig = z.strictObject({
  trigger_actions_on: z
    .array(z.enum(['on_enter_pressed', 'on_character_entered']))
    .min(1)
    .optional(),
})

const slackFile = z
  .strictObject({ id: word.optional(), url: webUrl.optional() })
  .refine((file) => (file.id === undefined) !== (file.url === undefined), 'must define only one of id, url')

export const picture = {
  image_url: webUrl.optional(),
  slack_file: slackFile.optional(),
  alt_text: word.max(2000),
}

export const onePicture = (image: { image_url?: unknown; slack_file?: unknown }) =>
  (image.image_url === undefined) !== (image.slack_file === undefined)
export const ONE_PICTURE = 'must define only one of image_url, slack_file'
