import { describe, expect, test } from 'vitest'
import { client, workspace } from '../small/start.ts'
import { checkMessage, checkUpdate } from './check.ts'
import { checkMetadata } from './check-metadata.ts'
import { checkView } from './check-view.ts'
import { input, long, many, plain, section } from './given.ts'
import { judge } from './judge.ts'

const blocks = (count: number, length: number) => many(count, section({ text: plain(long(length)) }))

describe('a message is refused with', () => {
  test.each<[string, Parameters<typeof checkMessage>[0], string]>([
    ['nothing in it', {}, 'no_text'],
    ['blocks that are no list', { blocks: {} }, 'invalid_blocks_format'],
    ['blocks of too many words', { blocks: blocks(4, 2501) }, 'msg_blocks_too_long'],
    ['101 attachments', { attachments: many(101, { text: 'x' }) }, 'too_many_attachments'],
    ['attachments that are none', { attachments: ['x'] }, 'invalid_attachments'],
    ['blocks in an attachment', { attachments: [{ blocks: [{ type: 'banner' }] }] }, 'invalid_attachments'],
    ['markdown and text', { text: 'x', markdown_text: 'x' }, 'markdown_text_conflict'],
    ['12,001 of markdown', { markdown_text: long(12_001) }, 'msg_too_long'],
  ])('%s', (_, body, word) => {
    expect(() => checkMessage(body)).toThrow(word)
  })

  test('everything that is wrong with it at once', async () => {
    const slack = await workspace()
    const blocks = [{ type: 'header' }, section({ text: plain('') })]
    const posting = client(slack).apiCall('chat.postMessage', { channel: 'C0PIER', text: 'x', blocks })
    await expect(posting).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        errors: [
          'missing required field: text [json-pointer:/blocks/0]',
          'must be more than 0 characters [json-pointer:/blocks/1/text/text]',
        ],
        response_metadata: {
          messages: [
            '[ERROR] missing required field: text [json-pointer:/blocks/0]',
            '[ERROR] must be more than 0 characters [json-pointer:/blocks/1/text/text]',
          ],
        },
      },
    })
  })
})

test('a message is cut at 40,000 characters, an update refused at 4,001', () => {
  expect(checkMessage({ text: long(40_001) }).text).toHaveLength(40_000)
  expect(checkUpdate({ text: long(4000) }).text).toHaveLength(4000)
  expect(() => checkUpdate({ text: long(4001) })).toThrow('msg_too_long')
})

test('without text the notification is made of the blocks', () => {
  expect(checkMessage({ blocks: [section({ text: plain('Ahoy') }), section()] }).text).toBe('Ahoy x')
})

describe('metadata', () => {
  const event = { event_type: 'x', event_payload: { id: 1 } }

  test.each([[event], [{ entities: [{ entity_type: 'slack#/entities/task', url: 'https://a.example' }] }]])(
    'such as %j is taken',
    (given) => {
      expect(checkMetadata(given)).toBe(given)
    },
  )

  test.each([
    ['x', 'invalid_metadata_format'],
    [{ event_type: 'x' }, 'invalid_metadata_format'],
    [{ event_type: '', event_payload: {} }, 'invalid_metadata_format'],
    [{ ...event, note: 'x' }, 'invalid_metadata_format'],
    [{ ...event, event_payload: { long: long(8000) } }, 'metadata_too_large'],
  ])('such as %j is refused', (given, word) => {
    expect(() => checkMetadata(given)).toThrow(word)
  })
})

describe('a view', () => {
  const view = (extra: object = {}) => ({ type: 'modal', title: plain('Form'), blocks: [], ...extra })
  const asks = input({ type: 'plain_text_input' })

  test.each<[string, unknown, string]>([
    ['that is text', 'form', '[ERROR] must provide an object [json-pointer:/view]'],
    ['that is not there', undefined, '[ERROR] missing required field: view [json-pointer:]'],
    [
      'without a title',
      view({ title: undefined }),
      '[ERROR] missing required field: title [json-pointer:/view]',
    ],
    [
      'without blocks',
      view({ blocks: undefined }),
      '[ERROR] missing required field: blocks [json-pointer:/view]',
    ],
    ['of another kind', view({ type: 'home' }), '[ERROR] unsupported type: home [json-pointer:/view/type]'],
    [
      'that asks and cannot be sent',
      view({ blocks: [asks] }),
      '[ERROR] `submit` is required when an input block is within blocks [json-pointer:/view]',
    ],
    [
      'with a block of another surface',
      view({ blocks: [{ type: 'markdown', text: 'x' }] }),
      '[ERROR] unsupported type: markdown [json-pointer:/view/blocks/0/type]',
    ],
  ])('%s is refused', (_, given, message) => {
    const refusal = { word: 'invalid_arguments', details: { response_metadata: { messages: [message] } } }
    expect(() => checkView(given, 'modal')).toThrow(expect.objectContaining(refusal))
  })

  test('may have 250,000 bytes', () => {
    const heavy = (count: number) => view({ blocks: blocks(count, 3000) })
    expect(checkView(heavy(80), 'modal')).toEqual(heavy(80))
    expect(() => checkView(heavy(85), 'modal')).toThrow('view_too_large')
  })
})

describe('validation by itself', () => {
  const wrong = [{ type: 'section', text: { type: 'invalid', text: 'x' } }]
  const fault = (pointer: string) => ({
    code: 'failed_constraint',
    message: 'unsupported type: invalid',
    pointer,
    constraint: { type: 'enum', expected: ['plain_text', 'mrkdwn'] },
  })

  test.each<[string, Parameters<typeof judge>[0], string, string]>([
    ['blocks', { blocks: wrong }, 'invalid_blocks', '/0/text/type'],
    ['a message', { message: { blocks: wrong } }, 'invalid_message', '/blocks/0/text/type'],
    ['a view', { view: { type: 'home', blocks: wrong } }, 'invalid_view', '/blocks/0/text/type'],
  ])('of %s names the fault and its place', (_, given, word, pointer) => {
    expect(() => judge(given)).toThrow(
      expect.objectContaining({ word, details: { errors: [fault(pointer)] } }),
    )
  })

  test('names the field that is missing or too much', () => {
    expect(() => judge({ blocks: [{ type: 'header', colour: 'red' }] })).toThrow(
      expect.objectContaining({
        details: {
          errors: [expect.objectContaining({ field: 'text' }), expect.objectContaining({ field: 'colour' })],
        },
      }),
    )
  })

  test('takes one thing at a time, and no text of a message', () => {
    expect(() => judge({})).toThrow('invalid_arguments')
    expect(() => judge({ blocks: [], view: {} })).toThrow('invalid_arguments')
    expect(() => judge({ message: { text: 'x' } })).toThrow('invalid_message')
    expect(() => judge({ blocks: [section()] })).not.toThrow()
    expect(() => judge({ message: { blocks: [section()] } })).not.toThrow()
  })
})
