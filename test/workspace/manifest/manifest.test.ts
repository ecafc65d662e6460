import { describe, expect, test } from 'vitest'
import { changedManifest } from '../small/start.ts'
import { readManifest } from '../world/manifest.ts'

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
    ['with a command twice', '/raw', '/lamp', 'the same command twice'],
    ['with a shortcut twice', 'callback_id: log', 'callback_id: light', 'the same callback_id twice'],
    ['with a name too long', 'Lighthouse', 'x'.repeat(36), '<=35 characters'],
    ['with a colour of no kind', 'name: Lighthouse', 'name: x, background_color: "#red"', 'background_color'],
    ['with a bot that shouts', 'display_name: lighthouse', 'display_name: Light House', 'display_name'],
    ['with a scope of no kind', '- pins:read', '- pins', '"pins" is no scope'],
    ['with a scope twice', '- pins:read', '- pins:write', 'the same scope twice'],
    ['with an empty list', 'shortcuts:', 'unfurl_domains: []\n  shortcuts:', 'unfurl_domains'],
    [
      'with links that it may not read',
      'shortcuts:',
      'unfurl_domains: [a.example]\n  shortcuts:',
      'unfurl domains need the scope links:read',
    ],
    [
      'with rich previews, which Slack’s schema refuses',
      'shortcuts:',
      'rich_previews: {}\n  shortcuts:',
      'Unrecognized key: "rich_previews"',
    ],
    [
      'with a request URL without TLS',
      'is_enabled: true',
      'is_enabled: true, request_url: "http://a.example"',
      'request_url',
    ],
    [
      'with optional scopes of their own',
      'scopes:',
      'scopes:\n    bot_optional: [team:read]',
      'optional scopes must also be in the main list',
    ],
    [
      'with functions written as in version 1',
      '_metadata: { major_version: 2 }',
      'functions: { f: { title: F, description: F, input_parameters: { properties: {} }, output_parameters: {} } }',
      'functions.f.input_parameters.properties',
    ],
    [
      'with functions that nobody runs',
      '_metadata: { major_version: 2 }',
      '_metadata: { major_version: 2 }\nfunctions: {}',
      'functions need function_runtime: remote',
    ],
    ['without a bot', 'bot_user: { display_name: lighthouse, always_online: true }', '', 'bot_user'],
  ])('%s', async (_, from, to, trouble) => {
    const path = await changedManifest(from, to)
    expect(() => readManifest(path)).toThrow(trouble)
    expect(() => readManifest(path)).toThrow(`${path} cannot be installed`)
  })
})

test('six global shortcuts are one too many', async () => {
  const more = Array.from(
    { length: 5 },
    (_, at) => `    - { name: S${at}, type: global, callback_id: s${at}, description: x }`,
  )
  const path = await changedManifest('  shortcuts:', `  shortcuts:\n${more.join('\n')}`)
  expect(() => readManifest(path)).toThrow('more than five shortcuts of one kind')
})

test('a manifest that fits together is', async () => {
  const manifest = readManifest(await changedManifest('Lighthouse', 'Lightship'))
  expect(manifest.display_information.name).toBe('Lightship')
})
