/**
 * The same function, worked out once for each of the things it is asked about, and forgotten with them. For what never
 * changes: a pure function of a state, or something written for a whole composition.
 */
export function workedOnce<K extends object, V extends {}>(work: (about: K) => V): (about: K) => V {
  const known = new WeakMap<K, V>()
  return (about) => {
    const before = known.get(about)
    if (before !== undefined) return before
    const worked = work(about)
    known.set(about, worked)
    return worked
  }
}

const mostRemembered = 10_000

/** The same for what is asked in a text, such as an instant in a zone; of these only so many are remembered. */
export function workedOnceByText<V extends {}>(): (asked: string, work: () => V) => V {
  const known = new Map<string, V>()
  return (asked, work) => {
    const before = known.get(asked)
    if (before !== undefined) return before
    const worked = work()
    if (known.size >= mostRemembered) known.clear()
    known.set(asked, worked)
    return worked
  }
}
