import { nameOf } from '../people/permissions.ts'
import type { Facts } from '../releases/release.ts'
import { bold, joined, lines, type Md, type Message, md, message, section, when } from '../slack/blocks.ts'
import { andMore, listed } from '../slack/wording.ts'
import { type Asked, answerButtons } from './asked.ts'
import { voteNews } from './news.ts'
import { staleGoes } from './part.ts'
import type { RoleStatus } from './status.ts'
import type { Ballot, Says } from './votes.ts'

/** A direct message about a vote once nothing waits for its reader. */
export function settled(asked: Asked): Message {
  const { vote, part, release, facts } = asked
  if (vote.ended) return told(asked, voteNews(vote, release, facts), md`${endTold(asked)}.`)
  if (isAskedAgain(asked)) return told(asked, md`You are asked again about ${release.key}`)
  if (part.said.length > 0) return answered(asked)
  const [spared] = part.spared
  if (spared) return sparedBy(asked, spared)
  return told(asked, md`Nothing is asked of you on ${release.key} any more`)
}

/** Whether everything that waits for this person is what they are asked again, in a message of its own. */
export function isAskedAgain({ vote, part, release, person }: Asked): boolean {
  const stale = staleGoes(vote, release, person).map(({ role }) => role)
  return stale.length > 0 && part.asked.every((role) => stale.includes(role))
}

/** What this person said; of a role of theirs that others answered for, who did. */
function endTold({ part, facts }: Asked): Md {
  const [spared] = part.spared
  if (part.said.length > 0 || !spared) return saidTold(part.said)
  return md`${namesTold(spared, facts)} answered for ${spared.role}`
}

const namesTold = ({ people }: RoleStatus, facts: Facts) =>
  andMore(
    people.map((person) => nameOf(facts, person)),
    3,
  )

function answered(asked: Asked): Message {
  const { vote, part, release, zone } = asked
  const news = md`${saidTold(part.said)} on ${release.key}`
  const open = md`The vote is open to ${when(vote.closes, zone)}; until then you may change it.`
  const roles = part.said.flatMap(({ role }) => role ?? [])
  const go = part.said.some(({ says }) => says !== 'go') && 'Go'
  return told(asked, news, open, roles.length > 0 && answerButtons(asked, { roles, go }))
}

/** `Security said go on payments-2.4.0: sec-second` */
function sparedBy(asked: Asked, spared: RoleStatus): Message {
  const news = md`${spared.role} said ${spared.says} on ${asked.release.key}: ${namesTold(spared, asked.facts)}`
  const roles = asked.part.spared.map(({ role }) => role)
  return told(asked, news, md`You need not answer; you still may.`, answerButtons(asked, { roles }))
}

function told(
  asked: Asked,
  news: Md,
  more?: Md | null,
  buttons?: ReturnType<typeof answerButtons> | false,
): Message {
  return message(news, [section(lines(bold(news), more)), buttons], asked.zone)
}

const words: Readonly<Record<Says, string>> = { go: 'said go', 'no-go': 'said no-go', abstain: 'abstained' }

/** `You said go for Quality, abstained for Support` */
export function saidTold(said: readonly Ballot[]): Md {
  if (said.length === 0) return md`You did not answer`
  const all: readonly Says[] = ['no-go', 'go', 'abstain']
  const parts = all.map((says) => {
    const roles = said.filter((ballot) => ballot.says === says).map(({ role }) => role)
    if (roles.length === 0) return null
    const named = roles.filter((role) => role !== null)
    return named.length > 0 ? `${words[says]} for ${listed(named)}` : `${words[says]}, as advice`
  })
  return md`You ${joined(parts, ', ')}`
}
