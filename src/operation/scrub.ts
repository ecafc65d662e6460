const secret = '[secret]'

/** What Slack and PostgreSQL keep secret, by its look; with what takes its place. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/\bx(?:ox[a-z]|app)-[\w-]+/g, secret],
  [/\bBearer\s+[\w.-]+/g, `Bearer ${secret}`],
  // Response URLs, on Slack's own host or a local workspace's.
  [/https?:\/\/[^\s"\\/]+\/(?:commands|actions|app|services|workflows)\/[TE]\w+\/[^\s"\\]+/g, secret],
  // Trigger ids. A message's ts has only two parts.
  [/\b\d+\.\d+\.[0-9a-f]{16,}\b/g, secret],
  [/([?&]ticket=)[^\s"\\&]+/g, `$1${secret}`],
  // Not the place of one, as advice shows it.
  [/(\b[a-z]+:\/\/[^\s"\\:/@]*):(?!…)[^\s"\\@]+@/gi, `$1:${secret}@`],
  [
    /"(token|authorization|password|signingSecret|response_url|trigger_id)":"(?:[^"\\]|\\.)*"/gi,
    `"$1":"${secret}"`,
  ],
]

/** Takes secrets out of a text that will be seen: the `known` ones wherever they stand, others by their shape. */
export function scrubber(known: readonly string[] = []): (text: string) => string {
  const literal = [...new Set(known.flatMap(spellings))].sort((a, b) => b.length - a.length)
  return (text) => {
    const without = literal.reduce((left, one) => left.replaceAll(one, secret), text)
    return shapes.reduce((left, [shape, instead]) => left.replace(shape, instead), without)
  }
}

/** What is shorter stands in too many words and numbers; it is known by its shape only. */
const shortest = 6

/** As it is, as it stands in an address, and as it stands in JSON. */
const spellings = (known: string) =>
  known.length < shortest ? [] : [known, encodeURIComponent(known), JSON.stringify(known).slice(1, -1)]
