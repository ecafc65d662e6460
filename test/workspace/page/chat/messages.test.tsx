import { describe, expect, test } from 'vitest'
import type { ClientMessage } from '../../protocol.ts'
import { bot, channel, drawn, message, qa, state, wordsIn } from '../given.tsx'
import { MessageItem } from './MessageItem.tsx'
import { Notice } from './Notice.tsx'

function seen(one: ClientMessage, more: { pins?: string[]; replies?: ClientMessage[]; me?: typeof qa } = {}) {
  const room = channel([one, ...(more.replies ?? [])], { pins: more.pins ?? [] })
  const given = state({ channels: [room], ...(more.me ? { me: more.me } : {}) })
  return drawn(<MessageItem channel={room} message={one} continued={false} inThread={false} />, given)
}

describe('a message', () => {
  test('says who, and when on the reader’s clock', () => {
    expect(seen(message('hello'))).toContain('aria-label="rm, 17:45"')
    expect(seen(message('hello'), { me: qa })).toContain('aria-label="rm, 11:45"')
  })

  test('of the app is marked as such', () => {
    expect(wordsIn(seen(message('hello', { user: bot.id })))).toContain('ShipshapeApp')
  })

  test('wears what the app chose', () => {
    const seenAs = (icon: string) => seen(message('hello', { user: bot.id, username: 'Tower', icon }))
    expect(wordsIn(seenAs(':tada:'))).toContain('🎉Tower')
    expect(seenAs('https://a.test/t.png')).toContain('src="https://a.test/t.png"')
  })

  test('says that it was edited, that it is pinned', () => {
    const one = message('hello', { edited: true })
    expect(wordsIn(seen(one, { pins: [one.ts] }))).toMatch(/Pinned.*\(edited\)/)
  })

  test('counts its replies', () => {
    const one = message('vote', { ago: 60 })
    const replies = [message('go', { user: 'U2', threadTs: one.ts }), message('go', { threadTs: one.ts })]
    expect(wordsIn(seen(one, { replies }))).toContain('2 repliesLast: Today at 17:45')
  })

  test('shows who reacted, and whether the reader did', () => {
    const markup = seen(message('done', { reactions: [{ name: 'white_check_mark', users: ['U1', 'U2'] }] }))
    expect(markup).toContain('aria-label="white_check_mark, 2: rm, qa-lead"')
    expect(markup).toContain('aria-pressed="true"')
  })

  test('says what became of the last press', () => {
    expect(wordsIn(seen(message('card', { trouble: 'operation_timeout' })))).toContain('operation_timeout')
  })
})

describe('what hangs on a message', () => {
  test('an attachment says everything, its title a link, its buttons to press', () => {
    const go = { type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } }
    const attachment = {
      id: 1,
      color: 'danger',
      pretext: 'Look:',
      title: 'Run 812',
      titleLink: 'https://ci.test/812',
      text: '*red*',
      fields: [{ title: 'Since', value: '16:00', short: true }],
      blocks: [{ type: 'actions' as const, block_id: 'b', elements: [go] }],
    }
    const markup = seen(message('', { attachments: [attachment] }))
    expect(wordsIn(markup)).toContain('Look:Run 812redSince16:00Go')
    expect(markup).toContain('href="https://ci.test/812"')
    expect(markup).toContain('--bar:#c53030')
  })

  test('a file has its name and weight, a picture its words, a deleted one says so', () => {
    const file = { title: 'Load', name: 'load.png', size: 2048, isImage: true, alt: 'flat', deleted: false }
    const gone = { id: 'F2', title: '', name: '', size: 0, isImage: false, alt: '', deleted: true }
    const markup = seen(message('see', { files: [{ id: 'F1', ...file }, gone] }))
    expect(wordsIn(markup)).toContain('Load 2.0 kB')
    expect(markup).toContain('src="/client/file/F1?as=U1" alt="flat"')
    expect(wordsIn(markup)).toContain('This file was deleted.')
  })
})

describe('a private answer', () => {
  const markup = seen(message('Counted.', { user: bot.id, ephemeral: true }))

  test('says that nobody else sees it', () => {
    expect(wordsIn(markup)).toContain('Only visible to you')
  })

  test('can neither be reacted to nor replied to', () => {
    expect(markup).not.toContain('Add reaction')
    expect(markup).not.toContain('Reply in thread')
  })
})

describe('what a reader may do', () => {
  test('the app’s shortcuts stand in the menu of every message', () => {
    expect(seen(message('see run 812', { user: 'U2' }))).toContain('Use as evidence')
  })

  test('only their own message can be edited', () => {
    expect(seen(message('mine'))).toContain('Edit message')
    expect(seen(message('theirs', { user: 'U2' }))).not.toContain('Edit message')
  })
})

describe('a notice', () => {
  const joined = message('<@U2> has joined the channel', { user: 'U2', subtype: 'channel_join' })
  const told = (...users: string[]) => wordsIn(drawn(<Notice message={joined} users={users} />))

  test('names the person once', () => {
    expect(told('U2')).toContain('qa-lead has joined the channel')
    expect(told('U2')).not.toContain('@qa-lead')
  })

  test('folds many into a few and the others', () => {
    expect(told('U2', 'U1')).toContain('qa-lead and rm have joined')
    expect(told('U2', 'U1', 'UB', 'U4', 'U5')).toContain('qa-lead, rm, Shipshape and 2 others have joined')
  })
})
