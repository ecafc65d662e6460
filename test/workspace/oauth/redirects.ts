import { Refusal } from '../world/refusal.ts'

/**
 * Where the person is sent back to: an address that the app has registered, or one below it.
 * It may be left out when there is only one.
 */
export function redirectTo(registered: string[], given: string | undefined): string {
  const [only, ...others] = registered
  const found = given ? registered.some((one) => isBelow(given, one)) && given : others.length === 0 && only
  if (!found) throw new Refusal('bad_redirect_uri')
  return found
}

function isBelow(given: string, registered: string): boolean {
  const [asked, known] = [URL.parse(given), URL.parse(registered)]
  if (!asked || !known || asked.origin !== known.origin) return false
  const folder = known.pathname.replace(/\/$/, '')
  return asked.pathname === known.pathname || asked.pathname.startsWith(`${folder}/`)
}
