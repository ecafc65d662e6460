import type { Waiting } from '../feature.ts'
import type { PersonId } from '../people/people.ts'
import { askedInstead } from '../people/permissions.ts'
import { isReady } from '../readiness/readiness.ts'
import type { Facts, Release } from '../releases/release.ts'
import { actions, button, md } from '../slack/blocks.ts'
import { listed } from '../slack/wording.ts'
import { valueFor } from './card.ts'
import { acts } from './contract.ts'
import { opensByItself } from './opening.ts'
import { partIn } from './part.ts'
import { isMandatory, statusOf } from './status.ts'
import { targetCanHold } from './times.ts'
import { openVote, type Vote } from './votes.ts'

/** The vote waits for whoever has not answered; the next one for whoever runs the release, if it needs them. */
export function waitingVotes(release: Release, facts: Facts, now: Date): Waiting[] {
  if (release.hold) return []
  const vote = openVote(release)
  return vote ? waitingAnswers(vote, release, facts) : waitingToOpen(release, facts, now)
}

function waitingAnswers(vote: Vote, release: Release, facts: Facts): Waiting[] {
  const { awaited, again } = statusOf(vote, release, facts)
  const people = new Set([...awaited, ...again].flatMap((role) => role.people))
  return [...people].map((person) => answerOf(person, vote, release, facts))
}

function answerOf(person: PersonId, vote: Vote, release: Release, facts: Facts): Waiting {
  const roles = partIn(vote, release, facts, person).asked.filter((role) => isMandatory(vote, role))
  const value = valueFor(vote, release, { roles })
  const buttons = actions([
    button({ text: 'Go', action: acts.go, value, spoken: `Go for ${release.key}` }),
    button({ text: 'No-go…', action: acts.noGo, value, spoken: `No-go for ${release.key}, with a reason` }),
  ])
  const what = md`Your vote for ${listed(roles)}`
  return { person, release: release.id, kind: 'vote', what, due: vote.closes, late: false, buttons }
}

/** After a no-go or a cancelled vote nobody is asked again until somebody opens the next. */
function waitingToOpen(release: Release, facts: Facts, now: Date): Waiting[] {
  if (release.state !== 'preparing' || !isReady(release)) return []
  if (opensByItself(release) && targetCanHold(release, facts, now)) return []
  const value = JSON.stringify({ release: release.id })
  const buttons = actions([button({ text: 'Open the vote…', action: acts.openForm, value })])
  const what = md`Open the vote, or move the target`
  return [
    {
      person: askedInstead(release, facts),
      release: release.id,
      kind: 'plan',
      what,
      due: release.target,
      late: false,
      buttons,
    },
  ]
}
