import { z } from 'zod'
import { releaseValue } from '../releases/contract.ts'
import { longestAction } from './acting.ts'
import { longestSentence } from './rating.ts'

/** Ids of this feature's buttons. */
export const acts = {
  start: 'reviews.start',
  close: 'reviews.close',
  rate: 'reviews.rate',
  openRating: 'reviews.open-rating',
  openAction: 'reviews.open-action',
  actionDone: 'reviews.action-done',
} as const

export const rateValue = releaseValue.extend({ stars: z.number() })
export const actionValue = releaseValue.extend({ number: z.number() })

export const ratingForm = {
  id: 'reviews.rating',
  metadata: releaseValue,
  fields: z.object({
    stars: z.coerce.number({ error: 'How was it, from 1 to 5?' }),
    sentence: z.string().max(longestSentence).nullable(),
  }),
}

export const actionForm = {
  id: 'reviews.action',
  metadata: releaseValue,
  fields: z.object({
    what: z.string({ error: 'What is to be done?' }).max(longestAction),
    owner: z.string({ error: 'Who does it?' }),
    /** A day, such as `2026-12-15`. */
    due: z.iso.date({ error: 'Until which day?' }),
  }),
}

/** Work for the queue. */
export const attentionPayload = z.object({ workspace: z.string(), release: z.string() })
