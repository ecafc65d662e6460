import type { Person } from '../../test/workspace/person/person.ts'
import type { Shown } from '../../test/workspace/person/shown.ts'
import type { Expected } from './script.ts'

export const home = '#releases'
/** The channel of the release that is played. */
export const channel = '#rel-payments-2-4-0'
/** One's own conversation with the app. */
export const app = '@shipshape'

type Says = Expected['says']

/** Where messages are expected. */
export const inReleases = (says: Says): Expected => ({ where: home, says })
/** The morning's digest of that day. */
export const digest = (day: string, says: string): Expected => inReleases(`Releases, ${day}: ${says}`)
export const inNews = (says: Says): Expected => ({ where: `${home} (thread)`, says })
export const inChannel = (says: Says): Expected => ({ where: channel, says })
export const inThread = (says: Says): Expected => ({ where: `${channel} (thread)`, says })
export const toPerson = (handle: string, says: Says): Expected => ({ where: `@${handle}`, says })
export const only = (handle: string, says: Says): Expected => ({ where: `only ${handle}`, says })

/** The newest card with these words that everybody in the channel sees. */
export async function card(person: Person, words: string | RegExp): Promise<Shown> {
  const found = (shown: Shown) =>
    !shown.ephemeral && (typeof words === 'string' ? shown.text.includes(words) : words.test(shown.text))
  await person.waits(channel, found)
  const newest = person.sees(channel).findLast(found)
  if (!newest) throw new Error(`${words} is gone again`)
  return newest
}

/** The answer to a form, in its place. */
export async function readsAndCloses(person: Person) {
  const answer = await person.waitsForModal('Shipshape')
  await answer.closeAll()
}
