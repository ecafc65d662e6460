const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const disjunction = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** `Security, Quality and Operations` */
export const listed = (names: readonly string[]) => conjunction.format(names)

/** `sec-lead or sec-second`: whoever answers first. */
export const either = (names: readonly string[]) => disjunction.format(names)

/** A list that stays readable: the first ones, and how many more. */
export function andMore(names: readonly string[], most = 8): string {
  if (names.length <= most) return listed(names)
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`
}

/** `two`, as people write small numbers. */
export const counted = (n: number): string =>
  ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][n] ?? String(n)
