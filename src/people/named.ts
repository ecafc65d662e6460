import type { Call } from '../slack/call.ts'
import type { Person } from './people.ts'
import { peopleById } from './store.ts'

/** Somebody as the directory knows them. */
export async function personNamed(
  { ctx, actor }: Call,
  id: string | null | undefined,
): Promise<Person | null> {
  if (!id) return null
  const { people } = await peopleById(ctx.db, actor.workspace, [id])
  return people.get(id) ?? null
}
