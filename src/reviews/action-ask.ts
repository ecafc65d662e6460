import { nameOf } from '../people/permissions.ts'
import { actions, button, headline, md, message, section } from '../slack/blocks.ts'
import type { OfRelease } from '../surfaces/surface.ts'
import { acts } from './contract.ts'
import { actionLine } from './summary-lines.ts'

/** Tells somebody that an action is theirs. Its key is the action's number. */
export const actionAsk: OfRelease = {
  kind: 'action-ask',
  place: { in: 'direct message' },
  priority: 4,
  draw: ({ release, facts, key, person }) => {
    const action = release.review.actions.find(({ number }) => String(number) === key)
    if (!action) return null
    const { number, addedBy, doneAt, doneBy } = action
    const news = doneAt
      ? md`Action ${number} of ${release.key} is done`
      : md`${nameOf(facts, addedBy)} gave you action ${number} of ${release.key}`
    const value = JSON.stringify({ release: release.id, number })
    const settled = doneBy !== person && doneAt && md` · done by ${nameOf(facts, doneBy)}`
    return message(
      news,
      [
        headline(news),
        section(md`${actionLine(action, facts)}${settled}`),
        !doneAt && actions([button({ text: 'Done', action: acts.actionDone, value })]),
      ],
      facts.people.get(person ?? '')?.zone,
    )
  },
}
