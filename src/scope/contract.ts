import { z } from 'zod'
import { releaseValue } from '../releases/contract.ts'

/** Ids of this feature's buttons. */
export const acts = {
  show: 'scope.show',
  edit: 'scope.edit-form',
} as const

/** Which page of the changes; the first when nothing is said, as on other cards' buttons. */
export const pageValue = releaseValue.extend({ page: z.number().int().default(0) })

const text = z.string().nullish()

/** Fields that a form did not show are left out, and their part of the scope stays as it is. */
export const scopeForm = {
  id: 'scope.edit',
  /** `fingerprint` names the scope that was shown, so that nothing is overwritten that somebody else wrote meanwhile. */
  metadata: pageValue.extend({ fingerprint: z.string() }),
  fields: z.object({ components: text, changes: text, added: text, flags: text, exposure: text }),
}
export type ScopeFormFields = z.infer<typeof scopeForm.fields>
