import type { ModalView } from '@slack/types'
import { change } from '../releases/change.ts'
import { meantRelease, type Read, theRelease } from '../releases/meant.ts'
import type { Decide, Release } from '../releases/release.ts'
import { defineAction } from '../slack/actions.ts'
import type { Answer, Call } from '../slack/call.ts'
import type { Command } from '../slack/commands.ts'
import { defineForm } from '../slack/forms.ts'
import { acts, causedValue, incidentForm, openIncidentValue } from './contract.ts'
import { incidentView } from './forms.ts'
import { correctIncident, incidentFrom, reportIncident, theIncident } from './incidents.ts'
import { readIncident } from './reading.ts'
import { incidentReceipt, incidentsShown } from './receipts.ts'
import type { Incident } from './verification.ts'

export const incidentCommand: Command = {
  word: 'incident',
  usage: [{ form: 'incident <link>', states: ['verifying'] }],
  run: async (call) => {
    const meant = await meantRelease(call, 'incident')
    const said = readIncident(meant.text)
    if (!said) return incidentsShown(meant.release, meant.facts)
    const told = { ...said, caused: 'unsure', began: call.now, ended: null } as const
    const decide: Decide = (...on) => reportIncident(...on, call.actor, told)
    return receipt(call, meant.ref, decide, ({ name, link }) => name === said.name && link === said.link)
  },
}

/** Changes an incident and shows what is known of it now. */
async function receipt(
  { ctx, actor }: Call,
  ref: Read['ref'],
  decide: Decide,
  isIt: (incident: Incident) => boolean,
): Promise<Answer> {
  const { release, facts } = await change(ctx, ref, actor, decide)
  const incident = release.verification.incidents.findLast(isIt)
  return incident && incidentReceipt(release, facts, incident)
}

export const incidentPressed = defineAction({
  id: acts.openIncident,
  value: openIncidentValue,
  run: async ({ ctx, actor, value, now }) => {
    const { release } = await theRelease(ctx, { workspace: actor.workspace, id: value.release }, actor.person)
    return viewFor(release, value, now)
  },
})

function viewFor(
  release: Release,
  { number, exposure }: { number?: number | undefined; exposure?: number | undefined },
  now: Date,
): ModalView {
  if (number !== undefined) return incidentView(release, theIncident(release, number), number)
  return incidentView(release, incidentFrom(release, exposure, now))
}

export const causedPressed = defineAction({
  id: acts.caused,
  value: causedValue,
  run: (call) => {
    const { release: id, number, caused } = call.value
    const decide: Decide = (release, facts, now) =>
      correctIncident(release, facts, now, call.actor, { ...theIncident(release, number), caused })
    const ref = { workspace: call.actor.workspace, id }
    return receipt(call, ref, decide, (incident) => incident.number === number)
  },
})

export const incidentSubmitted = defineForm({
  ...incidentForm,
  submit: async ({ ctx, actor, metadata, fields }) => {
    const { began, ended, ...told } = fields
    const incident = { ...told, began: instant(began), ended: ended === null ? null : instant(ended) }
    const { number } = metadata
    await change(ctx, { workspace: actor.workspace, id: metadata.release }, actor, (...on) =>
      number === undefined
        ? reportIncident(...on, actor, incident)
        : correctIncident(...on, actor, { ...incident, number }),
    )
    return undefined
  },
})

const instant = (seconds: number) => new Date(seconds * 1000)
