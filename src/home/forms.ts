import { currentStep, ownersOf } from '../execution/progress.ts'
import { openItems } from '../readiness/readiness.ts'
import { asksWho, isLate, ownerOf } from '../readiness/standing.ts'
import type { Release } from '../releases/release.ts'
import type { Command } from '../slack/commands.ts'
import { openChecks } from '../verification/verification.ts'
import type { Part } from './standing.ts'

/** What can be typed now: open to everyone, and to those who run the release. */
export interface Forms {
  readonly everyone: readonly string[]
  readonly whoRunsIt: readonly string[]
}

type Words = readonly Pick<Command, 'word' | 'usage'>[]

/** The forms that a release's state offers; what only this state offers stands first. */
export function formsFor(commands: Words, { state, hold }: Pick<Release, 'state' | 'hold'>): Forms {
  const now = hold ? 'hold' : state
  const offered = commands
    .flatMap(({ usage }) => usage)
    .filter(({ states }) => states?.includes(now))
    .toSorted((a, b) => (a.states?.length ?? 0) - (b.states?.length ?? 0))
  const formsOf = (runsIt: boolean) =>
    offered.filter(({ whoRunsIt = false }) => whoRunsIt === runsIt).map(({ form }) => form)
  return { everyone: formsOf(false), whoRunsIt: formsOf(true) }
}

/** Every form of every command, each once, in the order of the features. */
export const allForms = (commands: Words): string[] => [
  ...new Set(commands.flatMap(({ usage }) => usage).map(({ form }) => form)),
]

/** The number of the asker's own item, step or check in place of `<n>`: `ready 4 done <link or note>`. */
export function withNumber(form: string, part: Part): string {
  const number = numbersOf[form.split(' ', 1)[0] ?? '']?.(part)
  return number === undefined ? form : form.replace('<n>', String(number))
}

const numbersOf: Readonly<Record<string, (part: Part) => number | undefined>> = {
  ready: ({ release, facts, person, now }) => {
    const mine = openItems(release).filter(
      (item) => ownerOf(item, facts) === person || asksWho(item, facts).includes(person),
    )
    return (mine.find((item) => isLate(item, release, facts, now)) ?? mine[0])?.number
  },
  step: ({ release, facts, person }) => {
    const step = currentStep(release)
    return step && ownersOf(release, facts, step).includes(person) ? step.number : undefined
  },
  verify: ({ release, facts, person }) =>
    openChecks(release).find(({ role }) => facts.holders[role]?.includes(person))?.number,
}
