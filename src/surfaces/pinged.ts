import type { PersonId } from '../people/people.ts'
import type { Message } from '../slack/blocks.ts'

/** Whom a new message notifies: the reader of a direct message, else those whom it mentions. */
export function pingedBy(person: PersonId | null, { text, blocks }: Message): PersonId[] {
  if (person) return [person]
  const mentions = `${text} ${JSON.stringify(blocks)}`.matchAll(/<@([A-Z0-9]+)>/g)
  return [...new Set([...mentions].flatMap(([, id]) => id ?? []))]
}
