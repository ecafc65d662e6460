import { z } from 'zod'
import { duration, offset, share, text } from '../manifest/phrases.ts'
import { type Model, type Procedure, riskLevels } from './models.ts'

/** A model as the manifest tells it; the store gives it its version, the file its name. */
export type ModelDefinition = Omit<Model, 'name' | 'version'>

const role = z
  .strictObject({
    name: text,
    mandatory: z.boolean().default(true),
    filledBy: z.enum(['product', 'release manager']).default('product'),
  })
  .transform(({ filledBy, ...rule }) => ({
    ...rule,
    holders: filledBy === 'product' ? ('product' as const) : ('manager' as const),
  }))

const procedures = [
  'way back',
  'runbook',
  'communication',
  'on-call',
  'other',
] as const satisfies readonly Procedure[]

const perComponent = 'a title with {component}, in quotation marks'
const onlyPerComponent = 'a role; only what is done per component is owned by "component"'
const ofComponent = (title: string) => title.includes('{component}')

const risk = z.strictObject({ level: z.enum(riskLevels), what: text, sign: text, answer: text })

const item = z
  .strictObject({
    title: text,
    about: z.enum(['component', ...procedures]).default('other'),
    owner: text,
    due: offset,
    evidence: z.boolean().default(false),
    required: z.boolean().default(true),
    risk: risk.nullable().default(null),
  })
  .refine(({ about, title }) => about !== 'component' || ofComponent(title), {
    path: ['title'],
    error: perComponent,
  })
  .refine(({ about, owner }) => about === 'component' || owner !== 'component', {
    path: ['owner'],
    error: onlyPerComponent,
  })
  .refine(({ about, risk }) => about !== 'component' || risk === null, {
    path: ['risk'],
    error: 'no risk; it is named once, in an item that is not per component',
  })
  .transform(({ about, ...rule }) =>
    about === 'component'
      ? { ...rule, about, procedure: null }
      : { ...rule, about: 'procedure' as const, procedure: about },
  )

const step = z
  .strictObject({
    title: text,
    kind: z.enum(['task', 'deploy']).default('task'),
    owner: text,
    lasts: duration,
    noWayBack: z.boolean().default(false),
  })
  .refine(({ kind, title }) => kind === 'task' || ofComponent(title), {
    path: ['title'],
    error: perComponent,
  })
  .refine(({ kind, owner }) => kind === 'deploy' || owner !== 'component', {
    path: ['owner'],
    error: onlyPerComponent,
  })

const phase = z.strictObject({ share, soak: duration.default(0), owner: text })

const phases = z
  .array(phase)
  .min(1, 'at least one phase')
  .refine((all) => all.every(({ share }, i) => share > (all[i - 1]?.share ?? 0)), 'growing shares')
  .refine((all) => all.at(-1)?.share === 100, 'everyone in the last phase')

const check = z.strictObject({ title: text, owner: text, required: z.boolean().default(true) })

/** One file of `manifest/models/`. */
export const modelSchema: z.ZodType<ModelDefinition> = z.strictObject({
  summary: text,
  lead: offset,
  roles: z
    .array(role)
    .refine((roles) => roles.some(({ mandatory }) => mandatory), 'at least one mandatory role'),
  items: z.array(item),
  vote: z.strictObject({ opens: offset, closes: offset, goHolds: duration }),
  steps: z.array(step),
  margin: duration.default(0),
  phases,
  checks: z.array(check),
  review: z.strictObject({ lasts: duration, archiveAfter: duration }),
  reminders: z.array(offset).default([]),
})
