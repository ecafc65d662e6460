import type { Waiting } from '../feature.ts'
import { askedInstead } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import { actions } from '../slack/blocks.ts'
import { failButton, passButton } from './buttons.ts'
import { openChecks } from './verification.ts'
import { titleOf } from './words.ts'

/** Open checks, for those who answer them; for whoever runs it where nobody does. */
export function waitingVerification(release: Release, facts: Facts): Waiting[] {
  if (release.state !== 'verifying' || release.hold) return []
  return openChecks(release).flatMap((check) => {
    const holders = facts.holders[check.role] ?? []
    return (holders.length > 0 ? holders : [askedInstead(release, facts)]).map((person) => ({
      person,
      release: release.id,
      kind: 'check',
      what: titleOf(check),
      due: null,
      late: false,
      buttons: actions([passButton(release, check), failButton(release)]),
    }))
  })
}
