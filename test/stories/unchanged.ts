import { expect } from 'vitest'
import { releases, timeline } from '../../src/releases/tables.ts'
import type { StoryWorld } from './world.ts'

/** Everything that anybody but the one who acted could notice: releases, what happened to them, what was said. */
async function held({ database: { db }, slack }: StoryWorld) {
  const said = [...slack.world.channels.values()].map(({ name, messages }) => ({
    name,
    messages: messages.map(({ ts, text, blocks }) => ({ ts, text, blocks })),
  }))
  return {
    releases: await db.select().from(releases).orderBy(releases.id),
    timeline: await db.select().from(timeline).orderBy(timeline.release, timeline.seq),
    said,
  }
}

/** Runs what must change nothing, and proves that it did not. */
export async function unchanged<T>(world: StoryWorld, act: () => Promise<T>): Promise<T> {
  await world.settled()
  const before = await held(world)
  const result = await act()
  await world.settled()
  expect(await held(world)).toEqual(before)
  return result
}
