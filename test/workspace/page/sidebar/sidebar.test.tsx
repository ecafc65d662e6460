import { describe, expect, test } from 'vitest'
import type { ClientChannel } from '../../protocol.ts'
import { channel, drawn, state, wordsIn } from '../given.tsx'
import { Sidebar } from './Sidebar.tsx'

const seen = (more: Partial<ClientChannel>) =>
  drawn(<Sidebar />, state({ channels: [channel([], { id: 'C9', name: 'pier', ...more })] }))

describe('a conversation in the sidebar', () => {
  test('is plain when everything is read', () => {
    const markup = seen({})
    expect(markup).not.toContain('line-unread')
    expect(wordsIn(markup)).not.toContain('unread')
  })

  test('is bold when something is unread, and says so to those who hear it', () => {
    const markup = seen({ unread: 3 })
    expect(markup).toContain('line line-unread')
    expect(wordsIn(markup)).toContain('pier, unread')
  })

  test.each([
    [1, '1 unread mention'],
    [2, '2 unread mentions'],
  ])('counts what calls the reader: %i', (mentions, label) => {
    expect(seen({ unread: 5, mentions })).toContain(`aria-label="${label}">${mentions}<`)
  })
})
