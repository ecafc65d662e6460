/**
 * A `<!date^…>` format as a reader in `zone` sees it; like most of Europe on a 24-hour clock. "Today" that opens the
 * format is written large; behind a space without width, which nobody sees, it is not.
 */
export function formatDate(format: string, unix: number, zone: string, now: number): string {
  const at = unix * 1000
  const plain: Record<string, () => string> = {
    date_num: () => parts(at, zone, {}, 'en-CA'),
    date_slash: () => parts(at, zone, { day: '2-digit', month: '2-digit', year: 'numeric' }, 'en-GB'),
    date: () => ordinal(at, zone, { month: 'long', day: 'numeric', ...yearIfFar(at, now) }),
    date_short: () => parts(at, zone, { month: 'short', day: 'numeric', ...yearIfFar(at, now) }),
    date_long: () =>
      ordinal(at, zone, { weekday: 'long', month: 'long', day: 'numeric', ...yearIfFar(at, now) }),
    date_long_full: () => parts(at, zone, { month: 'long', day: 'numeric', year: 'numeric' }),
    day_divider: () => ordinal(at, zone, { weekday: 'long', month: 'long', day: 'numeric' }),
    time: () => parts(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    time_secs: () =>
      parts(at, zone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    ago: () => ago(at, now),
  }
  const shown = format.replaceAll(/\{(\w+?)(_pretty)?\}/g, (whole, name: string, pretty?: string) => {
    const near = pretty ? nearDay(at, zone, now) : ''
    return near || (plain[name]?.() ?? whole)
  })
  return shown
    .replace(/^(today|tomorrow|yesterday)/, (word) => word.charAt(0).toUpperCase() + word.slice(1))
    .replaceAll('\u200b', '')
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Each is made once: making one takes longer than formatting a hundred dates, and memory that is given back late. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formatters.set(key, made)
  return made
}

function parts(at: number, zone: string, options: Intl.DateTimeFormatOptions, locale = 'en-US'): string {
  return formatter(locale, { timeZone: zone, ...options }).format(at)
}

function ordinal(at: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  const day = Number(parts(at, zone, { day: 'numeric' }))
  const suffix = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return formatter('en-US', { timeZone: zone, ...options })
    .formatToParts(at)
    .map((part) => (part.type === 'day' ? part.value + suffix : part.value))
    .join('')
}

function yearIfFar(at: number, now: number): Intl.DateTimeFormatOptions {
  const halfYear = 183 * 86_400_000
  return Math.abs(at - now) < halfYear ? {} : { year: 'numeric' }
}

function nearDay(at: number, zone: string, now: number): string {
  const dayOf = (instant: number) => parts(instant, zone, {}, 'en-CA')
  const days = (Date.parse(dayOf(at)) - Date.parse(dayOf(now))) / 86_400_000
  return { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(days)] ?? ''
}

function ago(at: number, now: number): string {
  const minutes = Math.round((at - now) / 60_000)
  const relative = new Intl.RelativeTimeFormat('en-US')
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute')
  if (Math.abs(minutes) < 60 * 24) return relative.format(Math.round(minutes / 60), 'hour')
  return relative.format(Math.round(minutes / 1440), 'day')
}
