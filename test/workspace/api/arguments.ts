import { z } from 'zod'
import { Refusal } from '../world/refusal.ts'

/** Arguments come as form text or as JSON: both are read. */
export const text = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string())

export const filled = text.refine((value) => value !== '')

export const flag = z.preprocess(
  (value) => value === true || value === 'true' || value === '1' || value === 1,
  z.boolean(),
)

const number = (usual: number) =>
  z.preprocess((value) => (value === undefined || value === '' ? usual : Number(value)), z.int().min(0))

export const whole = z.preprocess((value) => (value === undefined ? value : Number(value)), z.int())

/** How many are wanted; more than there may be are not given. */
export const count = (most: number, usual: number) =>
  number(usual).transform((value) => Math.min(value || usual, most))

/** The same where Slack refuses to be asked for too many. */
export const countUnder = (limit: number, usual: number) =>
  number(usual).transform((value) => {
    if (value >= limit) throw new Refusal('invalid_limit')
    return value || usual
  })

export const list = text.transform((value) =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean),
)

/** JSON in a form field, or the value itself in a JSON body; what is no JSON stays text and is refused as such. */
export const json = z.unknown().transform((value) => {
  if (typeof value !== 'string' || value === '') return value === '' ? undefined : value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
})
