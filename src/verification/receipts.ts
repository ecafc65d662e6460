import { runnerName } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import {
  actions,
  button,
  headline,
  lines,
  type Md,
  type Message,
  md,
  message,
  section,
} from '../slack/blocks.ts'
import { problemButton } from './buttons.ts'
import { acts } from './contract.ts'
import { type Cause, type Incident, isVerified, openChecks } from './verification.ts'
import { incidentWords } from './words.ts'

const said = (news: Md): Message => message(news, [section(news)])

/** "3 passed. 1 of 5 checks open." */
export const passedReceipt = (release: Release, number: number): Message =>
  said(md`${number} passed. ${standing(release)}`)

function standing(release: Release): Md {
  if (isVerified(release)) return md`${release.key} is verified.`
  return md`${openChecks(release).length} of ${release.verification.checks.length} checks open.`
}

/** "4 failed. rm knows.", or that it stands as a note. */
export function failedReceipt(release: Release, facts: Facts, number: number): Message {
  const check = release.verification.checks.find((one) => one.number === number)
  if (check?.required) return said(md`${number} failed. ${runnerName(release, facts)} knows.`)
  return said(md`${number} failed. It is not required, so it stands as a note. ${standing(release)}`)
}

const labels: Readonly<Record<Cause, string>> = { yes: 'Yes', no: 'No', unsure: 'Unsure' }

/** What is known of an incident by now, with the question that is open: did this release cause it? */
export function incidentReceipt(release: Release, facts: Facts, incident: Incident): Message {
  const asked = incident.caused === 'unsure' && md`Did this release cause it?`
  const news = incidentWords(incident, facts)
  const ids = { release: release.id, number: incident.number }
  const answer = (caused: Cause) =>
    button({
      text: labels[caused],
      action: acts.caused,
      value: JSON.stringify({ ...ids, caused }),
      spoken: `Caused by this release: ${labels[caused]}`,
    })
  const more = button({ text: 'Times, note…', action: acts.openIncident, value: JSON.stringify(ids) })
  const buttons = incident.caused === 'unsure' ? [answer('yes'), answer('no'), more] : [more]
  return message(news, [section(lines(news, asked)), actions(buttons)], facts.product.zone)
}

/** Every incident that is tied to it, each with a way to say more. */
export function incidentsShown(release: Release, facts: Facts): Message {
  const { incidents } = release.verification
  const news =
    incidents.length === 0 ? md`No incident is tied to ${release.key}` : md`Incidents of ${release.key}`
  const rows = incidents.slice(-8).map((incident) => {
    const value = JSON.stringify({ release: release.id, number: incident.number })
    return section(
      incidentWords(incident, facts),
      button({ text: 'More…', action: acts.openIncident, value }),
    )
  })
  return message(news, [headline(news), ...rows, actions([problemButton(release)])], facts.product.zone)
}
