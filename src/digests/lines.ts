import { addDays } from 'date-fns/addDays'
import { shareWords } from '../execution/plan.ts'
import { currentStep, everyoneSince, exposureOf } from '../execution/progress.ts'
import { doing, timeShown } from '../execution/words.ts'
import { openItems, shortNameOf } from '../readiness/readiness.ts'
import { dueOf } from '../readiness/standing.ts'
import { lowered } from '../releases/headlines.ts'
import type { Facts, Known, Release } from '../releases/release.ts'
import { day, joined, type Md, md, quoted, when } from '../slack/blocks.ts'
import { listed } from '../slack/wording.ts'
import { isVerified, openChecks } from '../verification/verification.ts'
import { statusOf } from '../votes/status.ts'
import { openVote } from '../votes/votes.ts'
import type { Section } from './digest.ts'
import { risksOf } from './risks.ts'

/** How a release reads in each section. */
export const lineIn: Readonly<Record<Section, (known: Known, now: Date) => Md>> = {
  decide: ({ release, facts }, now) => {
    const items = dueItems(release, facts, now)
    return md`${release.key}: ${joined([...answers(release, facts), ...items], ', ')}`
  },
  atRisk: ({ release, facts }, now) => {
    const risks = joined([openCount(release), ...risksOf(release, facts, now)], ', ')
    return md`${release.key}, ${targetDay(release, facts, now)}: ${risks}`
  },
  watching: ({ release, facts }, now) => md`${release.key}: ${progress(release, facts, now)}`,
  coming: ({ release, facts }, now) => md`${release.key} ${targetDay(release, facts, now)}`,
  shipped: ({ release, facts }) => {
    const since = everyoneSince(release)
    return joined([release.key, since && when(since, facts.product.zone), verified(release)], ', ')
  },
  rolledBack: ({ release }) =>
    md`${release.key}${release.outcomeReason && md`: ${quoted(release.outcomeReason)}`}`,
}

/** `Quality awaited`, `no-go from Security` */
function answers(release: Release, facts: Facts): Md[] {
  const vote = openVote(release)
  if (!vote) return []
  const { awaited, again, noGo } = statusOf(vote, release, facts)
  const silent = [...awaited, ...again].map(({ role }) => role)
  const said = [
    ...(noGo.length > 0 ? [md`no-go from ${listed(noGo.map(({ role }) => role))}`] : []),
    ...(silent.length > 0 ? [md`${listed(silent)} awaited`] : []),
  ]
  return said.length > 0 ? said : [md`all have answered`]
}

/** `load test due 10:00`, the soonest two. */
const dueItems = (release: Release, facts: Facts, now: Date): Md[] =>
  openItems(release)
    .map((item) => ({ item, due: dueOf(item, release, facts) }))
    .toSorted((a, b) => a.due.getTime() - b.due.getTime())
    .slice(0, 2)
    .map(
      ({ item, due }) =>
        md`${lowered(shortNameOf(item))} ${due <= now ? 'late since' : 'due'} ${timeShown(due, now, facts)}`,
    )

function openCount(release: Release): Md | null {
  const open = openItems(release).length
  return release.state === 'preparing' && open > 0
    ? md`${open} of ${release.readiness.items.length} open`
    : null
}

/** `10 % since Mon, everyone Wed 14:00` */
function progress(release: Release, facts: Facts, now: Date): Md {
  const { zone } = facts.product
  if (release.state === 'verifying')
    return md`${openChecks(release).length} of ${release.verification.checks.length} checks open`
  const { share, since, next } = exposureOf(release)
  const step = currentStep(release)
  if (share === 0 || !since)
    return step ? md`step ${step.number} of ${release.execution.steps.length}, ${doing(step)}` : md`executing`
  const wider = next && md`${shareWords(next.share)} ${next.at ? when(next.at, zone) : 'after the hold'}`
  return joined([md`${shareWords(share)} since ${timeShown(since, now, facts)}`, wider], ', ')
}

/** Soon with its time, later only the day. */
function targetDay({ target }: Release, { product: { zone } }: Facts, now: Date): Md {
  return target <= addDays(now, 1) ? when(target, zone) : day(target, zone)
}

function verified(release: Release): Md {
  if (release.state !== 'verifying' || isVerified(release)) return md`verified`
  return md`${openChecks(release).length} of ${release.verification.checks.length} checks open`
}
