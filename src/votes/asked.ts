import type { PersonId } from '../people/people.ts'
import type { Facts, Release } from '../releases/release.ts'
import { actions, button, overflow } from '../slack/blocks.ts'
import type { Drawing } from '../surfaces/surface.ts'
import { kinds } from './asking.ts'
import { moreChoice, valueFor } from './card.ts'
import { acts } from './contract.ts'
import { type Part, partIn } from './part.ts'
import { type Ballot, type Vote, voteOfRound } from './votes.ts'

/** What a direct message about a vote is drawn from. */
export interface Asked {
  readonly vote: Vote
  /** The ballot that the message is about; null for the first question. */
  readonly ballot: Ballot | null
  readonly person: PersonId
  readonly part: Part
  readonly release: Release
  readonly facts: Facts
  /** The reader's own. */
  readonly zone: string
  /** Where the vote card is. */
  readonly card: string | null
}

export function askedOf({ release, facts, key, person, posted }: Drawing): Asked | null {
  const [round = '', about] = key.split(':')
  const vote = voteOfRound(release, Number(round))
  if (!vote || person === null) return null
  return {
    vote,
    ballot: vote.ballots.find(({ number }) => number === Number(about)) ?? null,
    person,
    part: partIn(vote, release, facts, person),
    release,
    facts,
    zone: facts.people.get(person)?.zone ?? facts.product.zone,
    card: posted(kinds.card, round),
  }
}

export interface AnswerButtons {
  readonly roles: readonly string[]
  /** The word on the button that says go; left out where go was said. */
  readonly go?: 'Go' | 'Still go' | false
  readonly mayAbstain?: boolean
  /** Where the commit that is asked about can be read; it stands instead of the way to the card. */
  readonly commit?: string | null
}

/** Answers for these roles, and the way to the card. */
export function answerButtons(asked: Asked, buttons: AnswerButtons) {
  const { roles, go = 'Go', mayAbstain = false, commit = null } = buttons
  const { vote, release } = asked
  const value = valueFor(vote, release, { roles: [...roles] })
  return actions([
    go && button({ text: go, action: acts.go, value, spoken: `${go} for ${release.key}` }),
    button({ text: 'No-go…', action: acts.noGo, value, spoken: `No-go for ${release.key}, with a reason` }),
    commit ? button({ text: 'The commit', action: acts.commit, url: commit }) : cardButton(asked),
    mayAbstain && overflow({ action: acts.more, choices: [moreChoice(vote, release, 'abstain', 'Abstain')] }),
  ])
}

/** Only the way to the card. */
export const cardLink = (asked: Asked) => actions([cardButton(asked)])

const cardButton = ({ card }: Asked) =>
  card !== null && button({ text: 'The card', action: acts.card, url: card })
