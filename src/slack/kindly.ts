import { clipPlain } from './clip.ts'

/** The same text with plain dashes, quotes and spaces, letter for letter, so that places in it stay the same. */
export function kindly(text: string): string {
  return text
    .replace(/[\u00AD\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-')
    .replace(/[\u2018-\u201B\u2032]/g, "'")
    .replace(/[\u00AB\u00BB\u201C-\u201F\u2033]/g, '"')
    .replace(/\s/g, ' ')
}

/** A word as it is meant: any case, any dash, without the punctuation that ends it. Inside, everything stays. */
export function meant(word: string): string {
  const plain = kindly(word).trim().toLowerCase()
  return plain.replace(/^["']+/, '').replace(/[.,;:!"']+$/, '') || plain
}

/** The words of a text as they are meant. */
export const wordsOf = (text: string) =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(meant)

/** The first word as it is meant, and the text after it as it was typed. */
export function firstWord(text: string): { word: string; rest: string } {
  const trimmed = text.trim()
  const [first = ''] = /^\S*/.exec(trimmed) ?? []
  return { word: meant(first), rest: trimmed.slice(first.length).trim() }
}

/** Reasons need no quotes; those around the whole of one are taken away. */
export function unquoted(text: string): string {
  const trimmed = text.trim()
  const inner = /^"([^"]*)"$|^'([^']*)'$/.exec(kindly(trimmed))
  return inner ? trimmed.slice(1, -1).trim() : trimmed
}

/** What was read, short enough to be said back. */
export const echoed = (words: string) => clipPlain(words.trim(), 60)
