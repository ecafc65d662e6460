import { md } from '../slack/blocks.ts'
import { listed } from '../slack/wording.ts'
import type { Tellers } from '../timeline/telling.ts'

export const tellsUnfilled: Tellers = {
  rolesUnfilled: ({ roles }) => ({ unnamed: md`nobody filled ${listed(roles)} any more` }),
  rolesFilled: ({ roles }) => ({ unnamed: md`somebody filled ${listed(roles)} again` }),
}
