import { Rejection } from '../errors.ts'

/** The longest reason or note that is kept. */
export const longestNote = 800

/** The longest intent: one line, the first after every headline. */
export const longestIntent = 300

/**
 * What somebody added in their own words, on one line; null for nothing.
 * @throws Rejection when it is too long, beside its field
 */
export function noteFrom(said: string | null | undefined, field = 'note', max = longestNote): string | null {
  const words = said?.replace(/[\s\p{Cc}]+/gu, ' ').trim() || null
  if (!words || words.length <= max) return words
  const length = words.length.toLocaleString('en')
  throw new Rejection(`That has ${length} characters, and ${max} fit. Put the rest behind a link.`, { field })
}

/** A reason is what gets it fixed. @throws Rejection when there is none, beside its field */
export function reasonFor(why: string, ask: string): string {
  const said = noteFrom(why, 'why')
  if (!said) throw new Rejection(ask, { field: 'why' })
  return said
}
