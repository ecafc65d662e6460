import { nameOf } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { bold, day, joined, lines, type Md, md, at as onlyTime, quoted, when } from '../slack/blocks.ts'
import { counted, listed } from '../slack/wording.ts'
import { startOfLocalDay } from '../time/wall.ts'
import { decisionOf } from './decision.ts'
import { deviations } from './deviations.ts'
import { ratedBy, sentencesOf } from './rated.ts'
import { type Action, openActions, type Relation } from './reviews.ts'
import { incidentsOf, thanksOf } from './safety.ts'
import { type Moment, scheduleOf } from './schedule.ts'

const mostShown = 8

const shortened = (facts: readonly Md[], separator?: string) => {
  const more = facts.length - mostShown
  return joined([...facts.slice(0, mostShown), more > 0 && md`and ${more} more`], separator)
}

/** What is to be done: the open ones each on a line, the done ones folded. */
export function toDoLines(release: Release, facts: Facts): Md {
  const open = openActions(release).map((action) => actionLine(action, facts))
  const done = release.review.actions.filter(({ doneAt }) => doneAt !== null).map(({ number }) => number)
  const none = release.state === 'closed' ? md`nothing` : md`nothing yet`
  return lines(
    md`${bold('To do')} ${open.length > 0 ? shortened(open, '\n') : none}`,
    done.length > 0 && md`${bold('Done')} ${done.join(', ')}`,
  )
}

/** `1 Size the pool by load test · api-owner · Tue 15 Dec` */
export const actionLine = ({ number, what, owner, due }: Action, facts: Facts): Md =>
  joined([md`${number} ${what}`, nameOf(facts, owner), day(due, facts.product.zone)])

/** Plan and reality, with what came between them. */
export function timeLine(release: Release, { product: { zone } }: Facts): Md | null {
  const { first, everyone, rolledBack, moves } = scheduleOf(release)
  const incidents = incidentsOf(release).map(({ name }) => name)
  const because = everyone && incidents.length > 0 && md`, ${listed(incidents)}`
  const why = release.outcomeReason && md`: ${quoted(release.outcomeReason)}`
  const told = joined([
    first && md`first users ${againstPlan(first, zone)}`,
    everyone && md`everyone ${againstPlan(everyone, zone)}${because}`,
    rolledBack && md`rolled back ${when(rolledBack, zone)}${why}`,
    moves > 0 && md`target moved ${moves === 1 ? 'once' : `${counted(moves)} times`}`,
  ])
  return md`${bold('Time')} ${told}`
}

function againstPlan({ at, plan }: Moment, zone: string): Md {
  const sameDay = startOfLocalDay(at, zone).getTime() === startOfLocalDay(plan, zone).getTime()
  return md`${when(at, zone)} (plan ${sameDay ? onlyTime(plan, zone) : when(plan, zone)})`
}

/** How it was decided, and who had to be asked twice. */
export function decisionLine(release: Release, facts: Facts): Md | null {
  const decision = decisionOf(release, facts)
  if (!decision) return null
  const { go, mandatory, round, again, refused, atFirst } = decision
  const rounds = round > 1 && md` in round ${round}`
  const told = [
    ...refused.map(({ role, note }) => md`first no-go: ${role ?? 'advice'}${note && md`, ${quoted(note)}`}`),
    ...atFirst.map(
      ({ role, note }) =>
        md`${role ?? 'somebody advising'} said no-go at first${note && md`: ${quoted(note)}`}`,
    ),
    again.length > 0 && md`${listed(again)} asked again after a late change`,
  ]
  return md`${bold('Decision')} ${joined([md`go${rounds}, ${go} of ${mandatory}`, joined(told, '; ')], '. ')}`
}

/** Never hidden, also when there is nothing to hide. */
export function notByTheBook(release: Release, facts: Facts): Md {
  const told = deviations(release).map(({ what, by }) => md`${what}${by && md` (${nameOf(facts, by)})`}`)
  return md`${bold('Not by the book')} ${told.length > 0 ? shortened(told) : md`nothing`}`
}

const who: Readonly<Record<Relation, string>> = {
  did: 'who did it',
  receives: 'who receive it',
  uses: 'who use it',
}

/** Satisfaction of each kind of people, with how many said so. */
export function ratedLines(release: Release): Md {
  const told = ratedBy(release).map(({ relation, asked, count, mean }) =>
    mean === null
      ? md`nobody of ${asked} ${who[relation]}`
      : md`${mean.toFixed(1)} by ${count} of ${asked} ${who[relation]}`,
  )
  const sentences = sentencesOf(release)
  const more = sentences.length - 3
  const quotes = joined([
    ...sentences.slice(0, 3).map((one) => quoted(one)),
    more > 0 && md`and ${more} more`,
  ])
  return lines(md`${bold('Rated')} ${told.length > 0 ? joined(told) : md`nobody was asked`}`, quotes)
}

/** What it asked of people's attention; nothing until that was counted. */
export function attentionLine({ review: { attention } }: Release): Md | null {
  if (!attention) return null
  const { pings, people, atNight } = attention
  const told = [
    pings === 1 ? md`1 ping` : md`${pings} pings`,
    people === 1 ? md`1 person` : md`${people} people`,
    atNight > 0 && md`${atNight} at night`,
  ]
  return md`${bold('Attention')} ${joined(told, ', ')}`
}

export function thanksLine(release: Release, facts: Facts): Md | null {
  const told = thanksOf(release).map(({ person, what }) => md`${nameOf(facts, person)} ${what}`)
  return told.length === 0 ? null : md`Thanks: ${joined(told.slice(0, 4), '; ')}.`
}
