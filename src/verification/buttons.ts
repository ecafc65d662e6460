import type { Release } from '../releases/release.ts'
import { button } from '../slack/blocks.ts'
import { acts } from './contract.ts'
import type { Check } from './verification.ts'

const idsOf = (release: Release, more: Readonly<Record<string, number>> = {}) =>
  JSON.stringify({ release: release.id, ...more })

export const passButton = (release: Release, { number, title }: Check) =>
  button({
    text: 'Pass',
    action: acts.pass,
    value: idsOf(release, { number }),
    spoken: `${number} ${title}: passed`,
  })

export const failButton = (release: Release) =>
  button({ text: 'Fail…', action: acts.openFailed, value: idsOf(release) })

export const problemButton = (release: Release) =>
  button({ text: 'Report a problem…', action: acts.openIncident, value: idsOf(release) })

/** For trouble that turns out to be somebody else's: tells the incident, with that said. */
export const notThisReleaseButton = (release: Release, exposure: number) =>
  button({ text: 'Not this release…', action: acts.openIncident, value: idsOf(release, { exposure }) })
