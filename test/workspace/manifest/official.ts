import { readFileSync } from 'node:fs'
import { z } from 'zod'

type Json = Parameters<typeof z.fromJSONSchema>[0]

/** One file of slackapi/manifest-schema v0.5.0, as Slack published it. */
export function publishedSchema(name: string): Json {
  const path = new URL(`official/${name}`, import.meta.url)
  // Slack's files are what `fromJSONSchema` is for.
  return JSON.parse(readFileSync(path, 'utf8')) as Json
}

/** What Slack's own schema says of a manifest of this version: shapes and lengths, and no more. */
export function officialSchema(major: 1 | 2): z.ZodType {
  return z.fromJSONSchema(publishedSchema(`manifest.schema.${major}.0.0.json`))
}
