import { z } from 'zod'
import { filled } from './fields.ts'

const typed = { type: filled(255), title: z.string().optional(), description: z.string().optional() }

/** Parameters as the second version of the manifest writes them. */
const nested = z.strictObject({
  properties: z.record(z.string(), z.looseObject(typed)),
  required: z.array(z.string()).optional(),
})

/** The first version, which says of each parameter whether it is required. */
const flat = z.record(z.string(), z.looseObject({ ...typed, is_required: z.boolean().optional() }))

const functionsWith = <T extends z.ZodType>(parameters: T) =>
  z
    .record(
      z.string(),
      z.strictObject({
        title: filled(255),
        description: filled(2000),
        input_parameters: parameters,
        output_parameters: parameters,
      }),
    )
    .refine((all) => Object.keys(all).length <= 50, 'more than 50 functions')

const versions = { 1: functionsWith(flat), 2: functionsWith(nested) }

/** What is wrong with a manifest's functions, by the version that the manifest says it is. */
export function functionTroubles(functions: unknown, version: number | undefined): string[] {
  if (functions === undefined) return []
  const parsed = versions[version === 2 ? 2 : 1].safeParse(functions)
  if (parsed.success) return []
  return parsed.error.issues.map(({ message, path }) => `functions.${path.join('.')}: ${message}`)
}
