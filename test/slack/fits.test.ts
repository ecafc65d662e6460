import type { KnownBlock } from '@slack/types'
import { describe, expect, test } from 'vitest'
import type { Message } from '../../src/slack/blocks.ts'
import { misfits } from '../../src/slack/fits.ts'

const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text, verbatim: true })
const plain = (text: string) => ({ type: 'plain_text' as const, text })
const said = (text: string): KnownBlock => ({ type: 'section', text: mrkdwn(text) })
const card = (...blocks: KnownBlock[]): Message => ({ text: 'News', blocks })
const pressed = { type: 'button' as const, text: plain('Go'), action_id: 'go' }
const asked: KnownBlock = {
  type: 'input',
  block_id: 'why',
  label: plain('Why'),
  element: { type: 'plain_text_input', action_id: 'why' },
}

describe('what Slack would refuse is named', () => {
  test.each<[string, Message, string]>([
    ['too many blocks', card(...Array(51).fill(said('a'))), '51 blocks, at most 50'],
    ['no notification', { text: ' ', blocks: [] }, 'no notification text'],
    ['an empty text', card(said('')), 'an empty text'],
    ['a long text', card(said('a'.repeat(3001))), '3001 characters in a text, at most 3000'],
    [
      'a long message',
      card(...Array(5).fill(said('a'.repeat(3000)))),
      '15000 characters of text, at most 10000',
    ],
    ['a token cut in two', card(said('ask <@U1')), 'a broken token or entity in ask <@U1'],
    ['an entity cut in two', card(said('a &l')), 'a broken token or entity in a &l'],
    ['half a character', card(said('\uD83D')), 'half a character in \uD83D'],
    [
      'a block twice',
      card({ ...said('a'), block_id: 'b' }, { ...said('a'), block_id: 'b' }),
      'block_id b twice',
    ],
    ['an act twice in a row', card({ type: 'actions', elements: [pressed, pressed] }), 'action_id go twice'],
    ['an empty row', card({ type: 'actions', elements: [] }), 'no elements in a actions'],
    [
      'a long button',
      card({ type: 'actions', elements: [{ ...pressed, text: plain('a'.repeat(76)) }] }),
      '76 characters in the text of a button, at most 75',
    ],
    [
      'an option without a name',
      card({ type: 'actions', elements: [{ type: 'overflow', options: [{ text: plain(''), value: '1' }] }] }),
      'an empty text of a option',
    ],
  ])('%s', (_, shown, why) => {
    expect(misfits(shown)).toEqual([why])
  })

  test('forms that cannot be submitted, titles and metadata that are too long', () => {
    const view = { type: 'modal' as const, title: plain('a'.repeat(25)), private_metadata: 'a'.repeat(3001) }
    expect(misfits({ ...view, blocks: [asked] })).toEqual([
      '3001 characters of metadata, at most 3000',
      'inputs without a submit button',
      '25 characters in the title of a modal, at most 24',
    ])
  })

  test('views have room for a hundred blocks', () => {
    expect(misfits({ type: 'home', blocks: Array(100).fill(said('a')) })).toEqual([])
    expect(misfits({ type: 'home', blocks: Array(101).fill(said('a')) })).toEqual(['101 blocks, at most 100'])
  })
})

test('what is fine is not complained about', () => {
  expect(
    misfits(card(said('*a* &amp; <@U1> <!date^1^{time}|now> <https://ci.example/?a=1&amp;b|x>'))),
  ).toEqual([])
})
