import { registerHooks } from 'node:module'

/** Takes a guard out of Shipshape before it is loaded, to show that a story can fail: these words become those. */
export function rewrite(file: string, guard: string, without: string) {
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (!url.endsWith(`/${file}`)) return loaded
      const source = String(loaded.source)
      if (!source.includes(guard)) throw new Error(`the guard of ${file} is not "${guard}" any more`)
      return { ...loaded, source: source.replace(guard, () => without) }
    },
  })
}
