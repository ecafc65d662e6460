const TOKENS = /\b(xox[a-z]|xapp|xwfp|xoxe\.xox[a-z])-[\w.-]+/g
const SECRETS = new Set(['token', 'access_token', 'refresh_token', 'client_secret', 'code'])
const LONGEST = 1500

/** The same value without tokens and endless texts; JSON in a text, as forms carry it, is opened. */
export function redacted(value: unknown): unknown {
  if (typeof value === 'string') return redactedText(value)
  if (Array.isArray(value)) return value.map(redacted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      SECRETS.has(key) && typeof one === 'string' ? '…' : redacted(one),
    ]),
  )
}

function redactedText(text: string): unknown {
  const opened = /^[{[]/.test(text) ? parsed(text) : undefined
  if (opened !== undefined) return redacted(opened)
  const safe = text.replaceAll(TOKENS, '$1-…')
  const left = safe.length - LONGEST
  return left > 0 ? `${safe.slice(0, LONGEST)}… (${left} letters more)` : safe
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
