import type { Soak, Soaked } from './soak.ts'

const mostProblems = 50

/** What a run came to, line by line. */
export function report({ lives, replicas, seed }: Soak, soaked: Soaked, seconds: number): string[] {
  const { counts, met, problems } = soaked
  const faults = Object.entries(met).map(([kind, n]) => `${kind} ${n}`)
  const pair = ({ expected, found }: { expected: number; found: number }, words: readonly [string, string]) =>
    `${expected} ${words[0]}, ${found} ${words[1]}`
  const rows: [string, string][] = [
    ['lives', `${lives} on ${replicas} replicas, in ${Math.round(seconds)} s`],
    ['calls', `${soaked.calls}, and ${soaked.deliveries} deliveries, ${soaked.byHttp} by HTTP`],
    ['faults met', faults.join(', ') || 'none'],
    ['kills', `${soaked.kills}; ${soaked.repeats} times somebody pressed or typed again`],
    ['ballots', pair(counts.ballots, ['acknowledged', 'found'])],
    ['messages', pair(counts.messages, ['expected', 'seen'])],
    ['reminders', pair(counts.reminders, ['due', 'sent'])],
    ['Homes', `${soaked.homes} looks`],
    ['channels and bookmarks', pair(counts.places, ['expected', 'found'])],
  ]
  return [
    ...rows.map(([name, value]) => `${name.padEnd(24)}${value}`),
    '',
    ...problems.slice(0, mostProblems).map((problem) => `Problem: ${problem}`),
    problems.length === 0
      ? `Nothing was lost, nothing was doubled. Seed ${seed}.`
      : `${problems.length} problems with seed ${seed}.`,
  ]
}
