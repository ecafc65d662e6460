import type { Facts, Release } from '../releases/release.ts'
import {
  actions,
  bold,
  button,
  context,
  isEmpty,
  lines,
  type Message,
  md,
  message,
  overflow,
  section,
} from '../slack/blocks.ts'
import type { OfRelease } from '../surfaces/surface.ts'
import { kinds } from './asking.ts'
import { ballotLines } from './ballot-lines.ts'
import { cautionLines } from './caution-lines.ts'
import { type AnswerValue, acts } from './contract.ts'
import { voteNews, voteOutlook } from './news.ts'
import { aboutLines } from './question-lines.ts'
import { type Vote, voteOfRound } from './votes.ts'

/** One card per round, in the release's channel; its thread takes answers too. */
export const voteCard: OfRelease = {
  kind: kinds.card,
  place: { in: 'channel' },
  priority: 2,
  draw: ({ release, facts, key }) => {
    const vote = voteOfRound(release, Number(key))
    return vote && drawVote(vote, release, facts)
  },
}

/** The card, also for whoever asks `/release vote`. */
export function drawVote(vote: Vote, release: Release, facts: Facts): Message {
  const news = voteNews(vote, release, facts)
  const ballots = ballotLines(vote, release, facts)
  const cautions = cautionLines(vote, release, facts)
  return message(
    news,
    [
      section(lines(bold(news), voteOutlook(vote, release, facts))),
      section(aboutLines(vote, release, facts)),
      !isEmpty(cautions) && section(cautions),
      !isEmpty(ballots) && section(ballots),
      !vote.ended && answerButtons(vote, release),
      !vote.ended && context(md`Or reply here: go · no-go, why`),
    ],
    facts.product.zone,
  )
}

/** None is primary: the card takes no side. */
function answerButtons(vote: Vote, release: Release) {
  const value = valueFor(vote, release)
  return actions([
    button({ text: 'Go', action: acts.go, value, spoken: `Go for ${release.key}` }),
    button({ text: 'No-go…', action: acts.noGo, value, spoken: `No-go for ${release.key}, with a reason` }),
    overflow({
      action: acts.more,
      choices: [
        moreChoice(vote, release, 'abstain', 'Abstain'),
        moreChoice(vote, release, 'close', 'Close the vote…'),
        moreChoice(vote, release, 'cancel', 'Cancel the vote…'),
      ],
    }),
  ])
}

/** One line behind ▾. */
export const moreChoice = ({ round }: Vote, { id }: Release, act: string, text: string) => ({
  text,
  value: JSON.stringify({ release: id, round, act }),
})

/** What an answering button carries: which question, and what else is known of the answer. */
export const valueFor = (
  { round }: Pick<Vote, 'round'>,
  { id }: Pick<Release, 'id'>,
  more: Omit<AnswerValue, 'release' | 'round'> = {},
): string => JSON.stringify({ release: id, round, ...more })
