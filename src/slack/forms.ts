import type { ZodType } from 'zod'
import type { Answer, Call } from './call.ts'

/**
 * A modal that can be submitted. It decides before its acknowledgement, because field errors can only be given there:
 * a `Rejection` with `field` or a schema's complaint stands beside that field and the form stays open.
 */
export interface Form<M = unknown, F = unknown> {
  /** The view's `callback_id`. */
  readonly id: string
  /** Ids only, never state: parsed from `private_metadata`. */
  readonly metadata: ZodType<M>
  /** One entry per input, by block id. Text inputs give `string | null`, selects `string | null`, multi-selects and checkboxes `string[]`, datetimes `number | null` (seconds). */
  readonly fields: ZodType<F>
  /** Answering with a message shows it in place of the form; with nothing closes it. */
  readonly submit: (call: FormCall<M, F>) => Promise<Answer>
}

export interface FormCall<M, F> extends Call {
  readonly metadata: M
  readonly fields: F
}

/** Ties a form's schemas to its handler; a list of forms cannot keep each one's types. */
export function defineForm<M, F>(form: Form<M, F>): Form {
  // Sound because the door parses metadata and fields with this form's own schemas before it calls `submit`.
  return form as unknown as Form
}
