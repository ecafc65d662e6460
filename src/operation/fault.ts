import { z } from 'zod'

/** What of an error may be written down. */
export interface Fault {
  readonly type: string
  readonly message: string
  readonly code?: string | undefined
  /** Slack's word for its refusal, and what it says it needs. */
  readonly slack?: string | undefined
  readonly needed?: string | undefined
  readonly says?: readonly string[] | undefined
  readonly status?: number | undefined
  readonly stack?: readonly string[]
  readonly causes?: readonly Fault[]
}

const mostCauses = 4

/** An error, or what a library emits in its place. Each field is read by itself: one of another kind counts as absent. */
const errorLike = z.object({
  name: z.string().catch('Error'),
  message: z.string().catch(''),
  stack: z.string().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  statusCode: z.number().optional().catch(undefined),
  query: z.string().optional().catch(undefined),
  data: z
    .object({
      error: z.string().optional().catch(undefined),
      needed: z.string().optional().catch(undefined),
      response_metadata: z
        .object({ messages: z.array(z.string()).optional().catch(undefined) })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  cause: z.unknown().optional(),
  original: z.unknown().optional(),
  originals: z.array(z.unknown()).catch([]),
  errors: z.array(z.unknown()).catch([]),
})

/**
 * What a log may show of an error. Libraries hang whole requests on theirs, with headers, bodies and the parameters of
 * queries; nothing is taken over but what is named here.
 */
export function faultOf(error: unknown, depth = 0): Fault {
  const read = errorLike.safeParse(error).data
  if (!read) return { type: typeof error, message: String(error) }
  const { name, stack, code, statusCode, data, cause, original, originals, errors } = read
  const deeper = depth < mostCauses ? [cause, original, ...originals, ...errors].filter(Boolean) : []
  const causes = [...new Set(deeper)].map((one) => faultOf(one, depth + 1))
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: name,
    message: wordsOf(read),
    ...(code && { code }),
    ...(data?.error && { slack: data.error }),
    ...(data?.needed && { needed: data.needed }),
    ...(data?.response_metadata?.messages && { says: data.response_metadata.messages }),
    ...(statusCode && { status: statusCode }),
    ...(frames && { stack: frames.map((line) => line.trim()) }),
    ...(causes.length > 0 && { causes }),
  }
}

/** drizzle writes a failed query's parameters behind it, and they are what people wrote. */
const wordsOf = ({ message, query }: { message: string; query?: string | undefined }) =>
  query === undefined ? message : `Failed query: ${query}`
