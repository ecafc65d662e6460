import { describe, expect, test } from 'vitest'
import { changedManifest } from './small/start.ts'
import { readManifest } from './world/manifest.ts'

describe('a manifest is not installed', () => {
  test.each([
    ['with an event whose scope it lacks', '- im:history', '', 'event message.im needs the scope im:history'],
    ['with commands and not their scope', '- commands', '', 'commands and shortcuts need the scope commands'],
    [
      'with an event of no kind',
      '- pin_added',
      '- pin_dropped',
      'the workspace knows no event "pin_dropped"',
    ],
    ['with an event twice', '- pin_added', '- message.im', 'the same event twice'],
    ['with a command that Slack cannot take', '/raw', '/My raw', 'Invalid string'],
    ['with a shortcut named too long', 'name: Log it', `name: ${'x'.repeat(25)}`, '<=24 characters'],
    [
      'with a key of its own',
      'interactivity:',
      'activity: {}\n  interactivity:',
      'Unrecognized key: "activity"',
    ],
    ['without a bot', 'bot_user: { display_name: lighthouse, always_online: true }', '', 'bot_user'],
  ])('%s', async (_, from, to, trouble) => {
    const path = await changedManifest(from, to)
    expect(() => readManifest(path)).toThrow(trouble)
    expect(() => readManifest(path)).toThrow(`${path} cannot be installed`)
  })
})

test('a manifest that fits together is', async () => {
  const manifest = readManifest(await changedManifest('Lighthouse', 'Lightship'))
  expect(manifest.display_information.name).toBe('Lightship')
})
