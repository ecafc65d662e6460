import { expect, test } from 'vitest'
import { changedManifest } from '../small/start.ts'
import { readManifest } from '../world/manifest.ts'

const refused = async (from: string, to: string) => {
  const path = await changedManifest(from, to)
  return expect(() => readManifest(path)).toThrow()
}

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
