import { Refusal } from '../world/refusal.ts'

/** A page of a list; an empty cursor is the end. */
export function page<T>(all: readonly T[], limit: number, cursor = ''): { items: T[]; next_cursor: string } {
  const start = cursor === '' ? 0 : offset(cursor)
  const end = start + limit
  const next_cursor = end < all.length ? Buffer.from(`next:${end}`).toString('base64') : ''
  return { items: all.slice(start, end), next_cursor }
}

function offset(cursor: string): number {
  const [, start] = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? []
  if (start === undefined) throw new Refusal('invalid_cursor')
  return Number(start)
}
