import { describe, expect, test } from 'vitest'
import { emojiCharacter, emojiNamed, withEmoji } from './emoji.ts'

describe('emoji are found', () => {
  test('the common ones first, each once, when nothing is typed', () => {
    const all = emojiNamed('')
    expect(all.slice(0, 3)).toEqual(['white_check_mark', '+1', '-1'])
    expect(new Set(all).size).toBe(all.length)
    expect(all).toContain('rocket')
  })

  test.each([
    ['rock', ['rocket']],
    [':tada:', ['tada']],
    ['Check mark', ['white_check_mark', 'heavy_check_mark']],
    ['no such thing', []],
  ])('by "%s"', (words, names) => expect(emojiNamed(words)).toEqual(names))
})

test('a skin tone does not hide the character', () => expect(emojiCharacter('+1::skin-tone-3')).toBe('👍'))

test('names in a text become characters, unknown ones stay', () => {
  expect(withEmoji('go :rocket: :our-own: 10:30:00')).toBe('go 🚀 :our-own: 10:30:00')
})
