import type { PersonId } from '../people/people.ts'
import type { Facts, Release } from '../releases/release.ts'
import { headline, joined, lines, type Md, type Message, md, message, section } from '../slack/blocks.ts'
import { listed } from '../slack/wording.ts'
import { startButton } from './buttons.ts'
import type { PlannedStep } from './execution.ts'
import { planSteps } from './plan.ts'
import { ownersOf } from './progress.ts'
import { timeShown, titleOf, whoDoes } from './words.ts'

const mostShown = 12

/** The run-of-show before it begins, for one person: when it starts, what is theirs. */
export function drawPlan(release: Release, facts: Facts, now: Date, person: PersonId): Message {
  const steps = planSteps(release, facts)
  const news = joined([startsAt(release, steps, facts, now), theirs(release, steps, facts, person)], '; ')
  const rows = steps
    .slice(0, mostShown)
    .map((step) =>
      joined([titleOf(step), whoDoes(step, release, facts), timeShown(step.plannedAt, now, facts)]),
    )
  const more = steps.length - rows.length
  return message(
    news,
    [headline(news), section(lines(...rows, more > 0 && md`and ${more} more`)), startButton(release)],
    facts.product.zone,
  )
}

function startsAt({ key }: Release, [first]: readonly PlannedStep[], facts: Facts, now: Date): Md {
  if (!first) return md`${key} has no steps`
  return md`${key} starts ${timeShown(first.plannedAt, now, facts)}`
}

/** "steps 3 and 4 are yours" */
function theirs(release: Release, steps: readonly PlannedStep[], facts: Facts, person: PersonId): Md | null {
  const mine = steps.filter((step) => ownersOf(release, facts, step).includes(person))
  if (mine.length === 0) return null
  const numbers = listed(mine.map(({ number }) => String(number)))
  return mine.length === 1 ? md`step ${numbers} is yours` : md`steps ${numbers} are yours`
}
