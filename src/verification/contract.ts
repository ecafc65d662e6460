import { z } from 'zod'
import { releaseValue } from '../releases/contract.ts'
import { longestNote } from '../releases/notes.ts'
import { longestLink, longestName } from './incidents.ts'
import { causes } from './verification.ts'

/** Ids of this feature's buttons. */
export const acts = {
  pass: 'verification.pass',
  openFailed: 'verification.failed-form',
  openIncident: 'verification.incident-form',
  caused: 'verification.caused',
} as const

export const checkValue = releaseValue.extend({ number: z.number().int() })

/** Opens the form for a new incident, or for one that is known; `exposure` is the narrowing it was named in. */
export const openIncidentValue = releaseValue.extend({
  number: z.number().int().optional(),
  exposure: z.number().int().optional(),
})

export const causedValue = checkValue.extend({ caused: z.enum(causes) })

export const failedForm = {
  id: 'verification.failed',
  metadata: releaseValue,
  fields: z.object({
    check: z.coerce.number<string>({ error: 'Which check?' }),
    why: z.string({ error: 'Failed how?' }).max(longestNote),
  }),
}

export const incidentForm = {
  id: 'verification.incident',
  metadata: releaseValue.extend({ number: z.number().int().optional() }),
  fields: z.object({
    name: z.string({ error: 'Which incident?' }).max(longestName),
    link: z.string().max(longestLink).nullable(),
    caused: z.enum(causes, { error: 'Did this release cause it?' }),
    began: z.number({ error: 'When did it begin?' }),
    ended: z.number().nullable(),
    note: z.string().max(longestNote).nullable(),
  }),
}
