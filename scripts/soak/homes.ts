import type { Hands } from './hands.ts'

/** How often Homes were looked at, and which were behind. */
export interface Homes {
  looks: number
  readonly behind: string[]
}

/** Compares each Home that was ever opened with what `/release` alone tells its person. */
export async function lookAtHomes(crews: readonly Hands[], homes: Homes, at: string): Promise<void> {
  const looks = crews.flatMap((hands) => [...hands.visited].map((handle) => ({ hands, handle })))
  await Promise.all(
    looks.map(async ({ hands, handle }) => {
      const waits = firstLine((await hands.run(handle, '/release', '#releases')).text)
      const shown = firstLine(hands.home(handle))
      homes.looks++
      if (!waits.startsWith(shown))
        homes.behind.push(`at ${at} the Home of ${handle} of ${hands.team} says "${shown}", not "${waits}"`)
    }),
  )
}

const firstLine = (text: string) => text.split('\n', 1)[0] ?? ''
