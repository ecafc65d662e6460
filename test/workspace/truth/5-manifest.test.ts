import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { officialSchema, publishedSchema } from '../manifest/official.ts'
import { changedManifest } from '../small/start.ts'
import { readManifest } from '../world/manifest.ts'

const official = officialSchema(2)
const read = (path: string): unknown => parse(readFileSync(path, 'utf8'))

/** Refused by the workspace, though Slack's schema takes it. */
const refused = async (from: string, to: string) => {
  const path = await changedManifest(from, to)
  expect(official.safeParse(read(path)).error?.issues).toBeUndefined()
  expect(() => readManifest(path)).toThrow()
}

test('the official schema refers to files on the web', async () => {
  const whole = publishedSchema('manifest.schema.json')
  expect(() => z.fromJSONSchema(whole)).toThrow('External $ref is not supported')
  const web = 'https://raw.githubusercontent.com/slackapi/manifest-schema/v0.5.0/schemas/'
  const refs = [...JSON.stringify(whole).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref)
  const names = new Set(refs.map((ref) => ref.replace(web, '')))
  expect([...names]).toEqual(['manifest.schema.1.0.0.json', 'manifest.schema.2.0.0.json'])
  for (const name of names) expect(publishedSchema(name)).not.toHaveProperty('$id')
  expect(official.safeParse(read(await changedManifest('Lighthouse', 'Lightship'))).success).toBe(true)
  const unknownKey = await changedManifest('shortcuts:', 'rich_previews: {}\n  shortcuts:')
  expect(official.safeParse(read(unknownKey)).success).toBe(false)
})

test('what Slack’s schema lets pass is refused: scopes, events, commands, http', async () => {
  await refused('- pins:read', '- pins')
  await refused('- pin_added', '- pin_dropped')
  await refused('command: /raw', 'command: /My Cmd')
  await refused('bot_user: { display_name: lighthouse, always_online: true }', '')
  await refused('is_enabled: true', 'is_enabled: true, request_url: "http://localhost/slack"')
})

test('functions of version 2 fail under a manifest of version 1', async () => {
  const functions = `functions:
  f: { title: F, description: F, input_parameters: { properties: {}, required: [] }, output_parameters: { properties: {} } }`
  const under = async (metadata: string) => {
    const path = await changedManifest('_metadata: { major_version: 2 }', `${metadata}\n${functions}`)
    return () => readManifest(path)
  }
  expect(await under('_metadata: { major_version: 1 }')).toThrow('functions.f.input_parameters')
  expect(await under('_metadata: { major_version: 2 }')).not.toThrow('functions.f.input_parameters')
})
