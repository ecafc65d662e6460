import { itemLine } from '../readiness/item-lines.ts'
import { openItems } from '../readiness/readiness.ts'
import { ownerOf } from '../readiness/standing.ts'
import type { Facts, Release } from '../releases/release.ts'
import { headline, lines, type Md, md, message, section } from '../slack/blocks.ts'
import { andMore, listed } from '../slack/wording.ts'
import type { OfRelease } from '../surfaces/surface.ts'
import { unfilledParams } from './contract.ts'
import { nameOf, whoRuns } from './permissions.ts'
import { runningIt } from './unfilled.ts'

const most = 5

/** To whoever runs the release: a role that nobody fills, and what waits on it; settled once somebody does. */
export const unfilledNotice: OfRelease = {
  kind: 'roles-unfilled',
  place: { in: 'direct message' },
  priority: 4,
  draw: ({ release, facts, params }) => {
    const { roles } = unfilledParams.parse(params)
    const still = roles.filter((role) => release.unfilled.includes(role))
    const { zone } = facts.product
    const news = md`${release.key}: ${still.length > 0 ? unfilled(still, release, facts) : filled(roles, release, facts)}`
    return message(
      news,
      [headline(news), still.length > 0 && section(lines(...told(still, release, facts)))],
      zone,
    )
  },
}

const named = (roles: readonly string[]) => roles.filter((role) => role !== runningIt)

/** `nobody fills Security and Support`, `rm has left` */
function unfilled(roles: readonly string[], { manager }: Release, facts: Facts): Md {
  const others = named(roles)
  return others.length > 0 ? md`nobody fills ${andMore(others, 3)}` : md`${nameOf(facts, manager)} has left`
}

function filled(roles: readonly string[], { manager }: Release, facts: Facts): Md {
  const others = named(roles)
  const are = others.length === 1 ? 'is' : 'are'
  return others.length > 0
    ? md`${andMore(others, 3)} ${are} filled again`
    : md`${nameOf(facts, manager)} is back`
}

function told(roles: readonly string[], release: Release, facts: Facts): (Md | false)[] {
  const waits = openItems(release).filter((item) => roles.includes(item.role) && !ownerOf(item, facts))
  const votes = facts.model.roles.filter(({ name, mandatory }) => mandatory && roles.includes(name))
  return [
    roles.includes(runningIt) && runsInstead(release, facts),
    ...waits.slice(0, most).map((item) => md`${itemLine(item, facts)} has no owner`),
    waits.length > most && md`and ${waits.length - most} more`,
    votes.length > 0 && md`Nobody answers the vote for ${listed(votes.map(({ name }) => name))}: a no-go.`,
    named(roles).length > 0 &&
      md`Name somebody in products.yml, or add them to its user group. Items may be taken or given now.`,
  ]
}

function runsInstead(release: Release, facts: Facts): Md {
  const instead = whoRuns(release, facts)
  const left = md`${nameOf(facts, release.manager)} has left`
  return instead ? md`${left}; ${nameOf(facts, instead)} runs it as deputy.` : md`${left}; admins run it.`
}
