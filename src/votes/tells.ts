import { md, quoted, when } from '../slack/blocks.ts'
import { listed } from '../slack/wording.ts'
import type { Tellers } from '../timeline/telling.ts'
import type { Says } from './votes.ts'

export const tellsVotes: Tellers = {
  voteOpened: ({ round, closes, undone }, _release, { product: { zone } }) => {
    const items = undone && md`, with ${listed(undone.items.map(String))} undone: ${quoted(undone.why)}`
    return md`opened vote ${round}, until ${when(new Date(closes), zone)}${items}`
  },
  voteMoved: ({ round, closes }, _release, { product: { zone } }) => ({
    unnamed: md`vote ${round} closes ${when(new Date(closes), zone)} now`,
  }),
  ballotCast: ({ says, role, note }) =>
    md`${words[says]} ${role ? md`for ${role}` : md`as advice`}${note && md`: ${quoted(note)}`}`,
  ballotUndone: ({ round }) => md`took an answer in vote ${round} back`,
  voteDecided: ({ round, outcome, silent }) => {
    const roles = silent.map(({ role }) => role)
    const unheard = roles.length > 0 && md`; ${listed(roles)} gave no answer that counts`
    return { unnamed: md`vote ${round} ended with ${outcome}${unheard}` }
  },
  voteCancelled: ({ round, why }) => md`cancelled vote ${round}: ${quoted(why)}`,
  clearanceLost: ({ why }) => ({ unnamed: md`the go does not count any more: ${why}` }),
}

const words: Readonly<Record<Says, string>> = { go: 'said go', 'no-go': 'said no-go', abstain: 'abstained' }
