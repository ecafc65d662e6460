/** A block, an element or an object within blocks, and where it stands. */
export interface Part {
  part: { type: string } & Record<string, unknown>
  pointer: string
}

/** Everything in some blocks that has a type, in the order of reading. */
export function parts(value: unknown, pointer: string): Part[] {
  if (typeof value !== 'object' || value === null) return []
  const within = Object.entries(value).flatMap(([key, one]) => parts(one, `${pointer}/${key}`))
  return isPart(value) ? [{ part: value, pointer }, ...within] : within
}

/** The pointer to the block that an element stands in. */
export function blockOf({ pointer }: Part): string {
  return pointer.replace(/\/(accessory|element|(elements|actions)\/\d+)$/, '')
}

function isPart(value: object): value is Part['part'] {
  return 'type' in value && typeof value.type === 'string'
}
