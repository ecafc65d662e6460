import { nameOf } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { bold, joined, lines, type Md, md, quoted, when } from '../slack/blocks.ts'
import { andMore, either, listed } from '../slack/wording.ts'
import { changedSince, namesOf } from './since.ts'
import { type RoleStatus, statusOf } from './status.ts'
import type { Ballot, Vote } from './votes.ts'

const mostRoles = 12
const mostAdvice = 5

/** Who said what and who is missing, what holds it up first. */
export function ballotLines(vote: Vote, release: Release, facts: Facts): Md {
  const { noGo, awaited, again, go, advice } = statusOf(vote, release, facts)
  const roles = [
    ...noGo.map((role) => md`${bold('No-go')} ${saidLine(role, facts)}`),
    ...awaited.map(
      (role) => md`${bold(vote.ended ? 'Silent' : 'Awaited')} ${awaitedLine(vote, role, facts)}`,
    ),
    ...again.map((role) => md`${bold(vote.ended ? 'Silent' : 'Again')} ${againLine(role, release, facts)}`),
    ...go.map((role) => md`${bold('Go')} ${saidLine(role, facts)}`),
  ]
  const voices = advice.map((ballot) => adviceLine(ballot, facts))
  return lines(...few(roles, mostRoles), ...few(voices, mostAdvice, 'voices'))
}

function few(all: readonly Md[], most: number, what = 'roles'): readonly Md[] {
  return all.length <= most ? all : [...all.slice(0, most), md`and ${all.length - most} more ${what}`]
}

/** `Product · payments-lead: "finance is ready"` */
function saidLine({ role, ballots }: RoleStatus, facts: Facts): Md {
  return joined([
    role,
    joined(
      ballots.slice(0, 3).map((ballot) => voiced(ballot, facts)),
      ', ',
    ),
  ])
}

const voiced = ({ person, note }: Ballot, facts: Facts) =>
  md`${nameOf(facts, person)}${note && md`: ${quoted(note)}`}`

/** `Security · sec-lead or sec-second, since Mon 15:00` */
function awaitedLine(vote: Vote, { role, people, ballots, since }: RoleStatus, facts: Facts): Md {
  const abstained = ballots.map(({ person }) => nameOf(facts, person))
  const passed = abstained.length > 0 && `${listed(abstained)} abstained`
  const time = !vote.ended && md`since ${when(since, facts.product.zone)}`
  const who = people.map((person) => nameOf(facts, person))
  const asked =
    who.length > 0 ? (who.length > 4 ? andMore(who, 4) : either(who)) : !passed && 'nobody fills it'
  return joined([role, joined([asked, passed, time], ', ')])
}

/** `Quality · qa-lead said go before payments-ledger changed` */
function againLine({ role, people, ballots: [first] }: RoleStatus, release: Release, facts: Facts): Md {
  const who = andMore(
    people.map((person) => nameOf(facts, person)),
    3,
  )
  const what = first ? namesOf(changedSince(release, first.seal)) : []
  return joined([role, md`${who} said go before ${andMore(what, 3) || 'the scope'} changed`])
}

/** `Advice Support · support-lead: go` */
function adviceLine({ role, person, says, note }: Ballot, facts: Facts): Md {
  const word = joined([says, note && quoted(note)], ', ')
  return md`${bold('Advice')} ${joined([role, md`${nameOf(facts, person)}: ${word}`])}`
}
