import { z } from 'zod'

/** What can befall one call of the Web API. */
const callFault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delay'), ms: z.int().min(0) }),
  /** The work is done, then the connection is cut before the answer. */
  z.strictObject({ kind: z.literal('drop_answer') }),
  /** `done`: the work was done all the same. */
  z.strictObject({
    kind: z.literal('server_error'),
    status: z.int().min(500).max(599).default(503),
    done: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('rate_limit'), retryAfter: z.int().min(1).default(1) }),
])

/** What can befall one delivery to the app. Only events are sent again by Slack; a person sees that it failed. */
const deliveryFault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('late'), ms: z.int().min(0) }),
  /** Never arrives. */
  z.strictObject({ kind: z.literal('drop') }),
  /** Arrives, but nobody hears that it was acknowledged. */
  z.strictObject({ kind: z.literal('lose_ack') }),
  /** The socket that should have carried it breaks. */
  z.strictObject({ kind: z.literal('disconnect') }),
  /** Events only: arrives twice at once. */
  z.strictObject({ kind: z.literal('duplicate') }),
  /** Events only: the next delivery overtakes it. */
  z.strictObject({ kind: z.literal('reorder') }),
])

const pattern = z.string().regex(/^[\w./*-]+$/, 'a name in which * stands for anything')
const rule = <F extends z.ZodType>(fault: F) =>
  z.strictObject({ of: pattern.default('*'), share: z.number().min(0).max(1), fault })

/** Which faults the workspace makes; the first rule whose turn it is wins. */
export const faultPlan = z.strictObject({
  /** The same seed and the same calls in the same order meet the same faults. */
  seed: z.int().default(1),
  /** By method: `chat.postMessage`, `views.*`. */
  calls: z.array(rule(callFault)).default([]),
  /** By event type, interaction type or command: `message`, `block_actions`, `/lamp`. */
  deliveries: z.array(rule(deliveryFault)).default([]),
  /** The whole workspace; what is not named stays as it is. */
  workspace: z
    .strictObject({
      /** Without: no user groups, no canvases. */
      paid: z.boolean().optional(),
      /** Apps may create no channels and add no bookmarks. */
      restricted: z.boolean().optional(),
      /** The app is uninstalled. */
      removed: z.boolean().optional(),
    })
    .default({}),
})

export type FaultPlan = z.infer<typeof faultPlan>
export type FaultPlanInput = z.input<typeof faultPlan>
export type CallFault = z.infer<typeof callFault>
export type DeliveryFault = z.infer<typeof deliveryFault>
export type FaultKind = CallFault['kind'] | DeliveryFault['kind']
