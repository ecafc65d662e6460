import type { PersonId } from '../people/people.ts'
import { nameOf } from '../people/permissions.ts'
import { bold, lines, type Md, type Message, md, message, quoted, section, when } from '../slack/blocks.ts'
import { listed } from '../slack/wording.ts'
import type { Drawing, OfRelease } from '../surfaces/surface.ts'
import { type Asked, askedOf, cardLink } from './asked.ts'
import { kinds } from './asking.ts'
import { voteNews } from './news.ts'
import { type Ballot, ballotBy, standing, type Vote } from './votes.ts'

/** To the release manager, at once: what was said no to, and what became of it. */
export const voteNoGo: OfRelease = {
  kind: kinds.noGo,
  place: { in: 'direct message' },
  priority: 2,
  draw: drawNoGoSaid,
}

function drawNoGoSaid(drawing: Drawing): Message | null {
  const asked = askedOf(drawing)
  if (!asked?.ballot) return null
  const { vote, release, facts, zone, ballot } = asked
  const news = vote.ended ? voteNews(vote, release, facts) : noGoNews(asked, ballot)
  const stands = noGoesBy(vote, ballot.person).length > 0
  const mend = md`The vote is open to ${when(vote.closes, zone)}; once it is mended, ${nameOf(facts, ballot.person)} can change that.`
  return message(
    news,
    [section(lines(bold(news), !vote.ended && stands && mend)), !vote.ended && cardLink(asked)],
    zone,
  )
}

const noGoesBy = (vote: Vote, person: PersonId) =>
  standing(vote).filter((ballot) => ballot.person === person && ballot.says === 'no-go')

/** `No-go for Quality on payments-2.4.0: qa-lead, "checkout is red"` */
function noGoNews({ vote, release, facts }: Asked, { person, role }: Ballot): Md {
  const said = noGoesBy(vote, person)
  const [first] = said
  const who = nameOf(facts, person)
  if (!first) {
    const now = ballotBy(vote, person, role)?.says
    return md`${who} ${now ? `says ${now} now` : 'took the no-go back'}, ${role ?? 'as advice'}: ${release.key}`
  }
  const roles = said.flatMap((ballot) => ballot.role ?? [])
  const whose = roles.length > 0 ? `for ${listed(roles)}` : 'as advice'
  return md`No-go ${whose} on ${release.key}: ${who}, ${quoted(first.note ?? '')}`
}
