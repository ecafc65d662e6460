import { Rejection } from '../errors.ts'
import { shareAt } from '../execution/progress.ts'
import type { Actor } from '../people/people.ts'
import { noteFrom } from '../releases/notes.ts'
import type { Facts, Release, ReleaseEvent, State } from '../releases/release.ts'
import type { Cause, Incident, IncidentTold } from './verification.ts'

export const longestName = 200
export const longestLink = 1000

const afterStart: readonly State[] = ['executing', 'verifying', 'reviewing']

/** Ties an incident to the release. One with the same link is the same one. */
export function reportIncident(
  release: Release,
  facts: Facts,
  now: Date,
  _actor: Actor,
  told: IncidentTold,
): ReleaseEvent[] {
  mayReport(release)
  const incident = sound(told, now)
  const known = release.verification.incidents.find(({ link }) => link !== null && link === told.link)
  if (known) return correctIncident(release, facts, now, _actor, { ...incident, number: known.number })
  const number = release.verification.incidents.length + 1
  return [{ type: 'incidentReported', ...incident, number, share: shareAt(release, incident.began) }]
}

/** What is known of an incident by now: whether this release caused it, when it began and ended. */
export function correctIncident(
  release: Release,
  _facts: Facts,
  now: Date,
  _actor: Actor,
  told: IncidentTold & { readonly number: number },
): ReleaseEvent[] {
  mayReport(release)
  const known = theIncident(release, told.number)
  const incident = { ...sound(told, now), number: told.number }
  if (same(known, incident)) return []
  return [{ type: 'incidentCorrected', ...incident, share: shareAt(release, incident.began) }]
}

/** @throws Rejection */
export function theIncident(release: Release, number: number): Incident {
  const incident = release.verification.incidents.find((one) => one.number === number)
  if (!incident) throw new Rejection(`There is no incident ${number} in ${release.key}.`)
  return incident
}

/** `INC-482` out of a tracker's address: its last part; else the address without what is the same for all. */
export function nameOfLink(link: string): string {
  const parts = URL.parse(link)?.pathname.split('/').filter(Boolean) ?? []
  return parts.at(-1) ?? link.replace(/^https?:\/\//, '')
}

/** What the form begins with: for trouble that was named in a narrowing, that it was not this release. */
export function incidentFrom(release: Release, exposure: number | undefined, now: Date): IncidentTold {
  const narrowed = exposure === undefined ? undefined : release.execution.exposures[exposure]
  const [name = '', ...rest] = narrowed?.why?.split(', ') ?? []
  return {
    name,
    link: null,
    note: rest.join(', ') || null,
    caused: narrowed ? 'no' : 'unsure',
    began: narrowed?.since ?? now,
    ended: null,
  }
}

export const causeWords: Readonly<Record<Cause, string>> = {
  yes: 'this release',
  no: 'not this release',
  unsure: 'perhaps this release',
}

function mayReport({ key, state }: Release) {
  if (afterStart.includes(state)) return
  throw new Rejection(`${key} is ${state}; incidents are tied to a release from its start to its review.`)
}

function sound(told: IncidentTold, now: Date): IncidentTold {
  const { name, link, note, caused, began, ended } = told
  if (name.length > longestName)
    throw new Rejection('Its name is too long. Say the rest in the note.', { field: 'name' })
  if (link && link.length > longestLink)
    throw new Rejection('That link is too long to keep.', { field: 'link' })
  if (!name.trim())
    throw new Rejection('Which incident? Like: /release incident https://example.com/INC-482', {
      field: 'name',
    })
  if (began > now) throw new Rejection('It cannot begin in the future.', { field: 'began' })
  if (ended && ended < began) throw new Rejection('It cannot end before it began.', { field: 'ended' })
  return { name: name.trim(), link, note: noteFrom(note), caused, began, ended }
}

const same = (a: IncidentTold, b: IncidentTold) =>
  a.name === b.name &&
  a.link === b.link &&
  a.note === b.note &&
  a.caused === b.caused &&
  a.began.getTime() === b.began.getTime() &&
  a.ended?.getTime() === b.ended?.getTime()
