import type { Person } from '../people/people.ts'
import { peopleById } from '../people/store.ts'
import type { Call } from '../slack/call.ts'

/** Somebody as the directory knows them. */
export async function personNamed(
  { ctx, actor }: Call,
  id: string | null | undefined,
): Promise<Person | null> {
  if (!id) return null
  const { people } = await ctx.db.transaction((tx) => peopleById(tx, actor.workspace, [id]))
  return people.get(id) ?? null
}
