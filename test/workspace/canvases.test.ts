import { describe, expect, test } from 'vitest'
import { client, fullManifest, sharedWorkspace, workspace } from './small/start.ts'

const slack = await sharedWorkspace({ manifest: await fullManifest() })
const web = client(slack)
const markdown = (text: string) => ({ type: 'markdown' as const, markdown: text })
const LOG = markdown('# Log\n\nLit at nine\n\n## Keepers\n\nada, bo')

/** What stands in a canvas, section by section. */
function reads(id = ''): string[] | undefined {
  return slack.world.canvases.get(id)?.sections.map((section) => section.markdown)
}

async function canvas(): Promise<string> {
  const { canvas_id = '' } = await web.canvases.create({ title: 'Log', document_content: LOG })
  return canvas_id
}

async function sectionOf(canvas_id: string, contains_text: string): Promise<string> {
  const { sections } = await web.canvases.sections.lookup({ canvas_id, criteria: { contains_text } })
  return sections?.[0]?.id ?? ''
}

const edit = (canvas_id: string, ...changes: object[]) => web.apiCall('canvases.edit', { canvas_id, changes })

describe('a canvas is changed', () => {
  test.each([
    ['insert_at_start', ['New', '# Log', 'Lit at nine', '## Keepers', 'ada, bo']],
    ['insert_at_end', ['# Log', 'Lit at nine', '## Keepers', 'ada, bo', 'New']],
    ['insert_before', ['# Log', 'New', 'Lit at nine', '## Keepers', 'ada, bo']],
    ['insert_after', ['# Log', 'Lit at nine', 'New', '## Keepers', 'ada, bo']],
    ['replace', ['# Log', 'New', '## Keepers', 'ada, bo']],
    ['delete', ['# Log', '## Keepers', 'ada, bo']],
  ])('by %s', async (operation, then) => {
    const id = await canvas()
    const section_id = operation.includes('_at_') ? undefined : await sectionOf(id, 'nine')
    await edit(id, { operation, section_id, document_content: markdown('New') })
    expect(reads(id)).toEqual(then)
  })

  test('as a whole, and in its title', async () => {
    const id = await canvas()
    await edit(id, { operation: 'replace', document_content: markdown('Dark') })
    await edit(id, { operation: 'rename', title_content: markdown('Night') })
    expect(reads(id)).toEqual(['Dark'])
    expect(slack.world.canvases.get(id)?.title).toBe('Night')
  })

  test('★ by one operation a call', async () => {
    const id = await canvas()
    const twice = { operation: 'insert_at_end', document_content: markdown('New') }
    await expect(edit(id, twice, twice)).rejects.toThrow('invalid_arguments')
    expect(reads(id)).toHaveLength(4)
  })

  test('not where the section is gone, nor by more than a mebibyte', async () => {
    const id = await canvas()
    const gone = edit(id, { operation: 'delete', section_id: 'temp:C:none' })
    await expect(gone).rejects.toMatchObject({ data: { error: 'canvas_editing_failed', detail: /none/ } })
    const large = { operation: 'insert_at_end', document_content: markdown('x'.repeat(1_048_577)) }
    await expect(edit(id, large)).rejects.toThrow('canvas_too_large')
    await expect(edit('F0NONE', { operation: 'delete', section_id: 'x' })).rejects.toThrow('canvas_not_found')
  })
})

test.each([
  [{ section_types: ['h1'] }, 1],
  [{ section_types: ['any_header'] }, 2],
  [{ section_types: ['h1', 'h2'], contains_text: 'Keep' }, 1],
  [{ contains_text: 'a' }, 2],
  [{ contains_text: 'no such words' }, 0],
])('sections are found by %j', async (criteria, many) => {
  const found = await web.apiCall('canvases.sections.lookup', { canvas_id: await canvas(), criteria })
  expect(found).toMatchObject({ sections: { length: many } })
})

test('a channel has one canvas, which goes when it is deleted', async () => {
  const create = () => web.conversations.canvases.create({ channel_id: 'C0PIER', document_content: LOG })
  const { canvas_id = '' } = await create()
  await expect(create()).rejects.toThrow('channel_canvas_already_exists')
  await web.canvases.delete({ canvas_id })
  await expect(web.canvases.delete({ canvas_id })).rejects.toThrow('canvas_not_found')
  await create()
})

test.each([
  ['to nobody', {}, 'invalid_parameters'],
  ['to channels and people at once', { channel_ids: 'C0PIER', user_ids: 'U0BO' }, 'invalid_parameters'],
  ['to a channel that is not there', { channel_ids: 'C0NOWHERE' }, 'channel_not_found'],
  ['to somebody who is not there', { user_ids: 'U0NOBODY' }, 'user_not_found'],
  ['in a way of its own', { user_ids: 'U0BO', access_level: 'all' }, 'invalid_arguments'],
])('a canvas is not opened %s', async (_, args, word) => {
  const given = { canvas_id: await canvas(), access_level: 'read', ...args }
  await expect(web.apiCall('canvases.access.set', given)).rejects.toThrow(word)
})

test('a canvas is opened to those who are named', async () => {
  const canvas_id = await canvas()
  await web.apiCall('canvases.access.set', { canvas_id, access_level: 'write', channel_ids: 'C0PIER' })
  expect(slack.world.canvases.get(canvas_id)?.access.get('C0PIER')).toBe('write')
})

test('★ where nobody pays, canvases belong to channels', async () => {
  const free = client(await workspace({ manifest: await fullManifest(), paid: false }))
  await expect(free.canvases.create({ title: 'Alone' })).rejects.toThrow(
    'free_teams_cannot_create_standalone_canvases',
  )
  await free.conversations.canvases.create({ channel_id: 'C0PIER' })
})
